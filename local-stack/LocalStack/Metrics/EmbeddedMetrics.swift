import FoundationEssentials

/// The metrics that a log line carries in CloudWatch's embedded metric format.
///
/// Source: "Specification: Embedded metric format" of the CloudWatch user guide.
struct EmbeddedMetrics: Equatable {
    /// One value, or several that were measured since the last line.
    struct Sample: Equatable {
        let namespace: String
        let name: String
        let unit: String
        let dimensions: [String: String]
        let values: [Double]
    }

    let samples: [Sample]

    init(samples: [Sample]) { self.samples = samples }

    /// Reads a line; nil for one that carries no metrics or breaks the specification.
    init?(line: [UInt8]) {
        guard line.first == UInt8(ascii: "{"), Self.mentionsMetrics(line),
            let root = try? JSONDecoder().decode([String: Member].self, from: Data(line)),
            case .metadata(let metadata)? = root["_aws"]
        else { return nil }
        var samples: [Sample] = []
        for directive in metadata.directives {
            // A directive repeats its values for every set; the finest one says all.
            guard let set = directive.dimensionSets.max(by: { $0.count < $1.count }),
                let dimensions = Self.dimensions(set, root)
            else { return nil }
            for metric in directive.metrics {
                guard case .numbers(let values)? = root[metric.name] else { return nil }
                let sample = Sample(
                    namespace: directive.namespace,
                    name: metric.name,
                    unit: metric.unit ?? "None",
                    dimensions: dimensions,
                    values: values
                )
                samples.append(sample)
            }
        }
        self.samples = samples
    }

    /// Most lines are none, and are not worth the reading.
    private static func mentionsMetrics(_ line: [UInt8]) -> Bool {
        String(decoding: line, as: UTF8.self).contains("\"CloudWatchMetrics\"")
    }

    private static func dimensions(_ names: [String], _ root: [String: Member]) -> [String: String]? {
        var dimensions: [String: String] = [:]
        for name in names {
            guard case .text(let value)? = root[name] else { return nil }
            dimensions[name] = value
        }
        return dimensions
    }

    /// A member of the line's object, as far as metrics need it.
    private enum Member: Decodable {
        case metadata(Metadata)
        case numbers([Double])
        case text(String)
        case other

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self = .text(text)
            } else if let number = try? container.decode(Double.self) {
                self = .numbers([number])
            } else if let numbers = try? container.decode([Double].self) {
                self = .numbers(numbers)
            } else if let metadata = try? container.decode(Metadata.self) {
                self = .metadata(metadata)
            } else {
                self = .other
            }
        }
    }

    private struct Metadata: Decodable {
        let directives: [Directive]

        enum CodingKeys: String, CodingKey {
            case directives = "CloudWatchMetrics"
        }
    }

    private struct Directive: Decodable {
        let namespace: String
        let dimensionSets: [[String]]
        let metrics: [Definition]

        enum CodingKeys: String, CodingKey {
            case namespace = "Namespace"
            case dimensionSets = "Dimensions"
            case metrics = "Metrics"
        }
    }

    private struct Definition: Decodable {
        let name: String
        let unit: String?

        enum CodingKeys: String, CodingKey {
            case name = "Name"
            case unit = "Unit"
        }
    }
}
