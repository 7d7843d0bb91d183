/// One line of CloudWatch's embedded metric format: a JSON object from which CloudWatch takes the metrics.
///
/// Source: "Specification: Embedded metric format" of the CloudWatch user guide. The object stands bare on its
/// line, also where log lines have an envelope.
struct MetricsRecord: Sendable, Hashable {
    /// The most metrics of one line.
    static let maximumMetricCount = 100
    /// The most dimensions of one set.
    static let maximumDimensionCount = 30

    let time: WallTime
    let namespace: String
    let dimensions: [String: String]
    let metrics: [Metric]
    /// Members that can be searched for and are no dimension, such as the request's id.
    let properties: [String: LogValue]
}

extension MetricsRecord: Encodable {
    /// Writes properties, dimensions and values at the root, and what they mean under `_aws`.
    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: FieldName.self)
        for (name, value) in properties { try container.encode(value, forKey: FieldName(stringValue: name)) }
        for (name, value) in dimensions { try container.encode(value, forKey: FieldName(stringValue: name)) }
        for metric in metrics {
            try container.encode(metric.value, forKey: FieldName(stringValue: metric.name))
        }
        try container.encode(Metadata(self), forKey: "_aws")
    }

    private struct Metadata: Encodable {
        let timestamp: Int64
        let directives: [Directive]

        init(_ record: MetricsRecord) {
            timestamp = record.time.millisecondsSince1970
            directives = [Directive(record)]
        }

        enum CodingKeys: String, CodingKey {
            case timestamp = "Timestamp"
            case directives = "CloudWatchMetrics"
        }
    }

    private struct Directive: Encodable {
        let namespace: String
        let dimensionSets: [[String]]
        let definitions: [Definition]

        init(_ record: MetricsRecord) {
            namespace = record.namespace
            dimensionSets = [record.dimensions.keys.sorted()]
            definitions = record.metrics.map { Definition(name: $0.name, unit: $0.unit.rawValue) }
        }

        enum CodingKeys: String, CodingKey {
            case namespace = "Namespace"
            case dimensionSets = "Dimensions"
            case definitions = "Metrics"
        }
    }

    private struct Definition: Encodable {
        let name: String
        let unit: String

        enum CodingKeys: String, CodingKey {
            case name = "Name"
            case unit = "Unit"
        }
    }
}
