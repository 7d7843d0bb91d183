import Synchronization

/// What all functions measured since the stack was started, in the shape that Prometheus asks for.
///
/// A count becomes a counter, a time a histogram in seconds, a size a histogram in bytes, anything else a gauge.
final class MetricsStore: Sendable {
    private struct Family {
        let type: String
        var lines: [String: Series] = [:]
    }

    fileprivate struct Series {
        var sum = 0.0
        var buckets: [Int] = []
        var count = 0
    }

    private enum Shape {
        case counter, gauge
        case histogram(suffix: String, factor: Double, bounds: [Double])
    }

    private let families = Mutex<[String: Family]>([:])

    private static let secondBounds: [Double] = [
        0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900,
    ]
    private static let byteBounds: [Double] = [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]

    /// Adds what a line carries.
    func add(_ metrics: EmbeddedMetrics) {
        families.withLock { families in
            for sample in metrics.samples {
                for value in sample.values where value.isFinite { Self.add(value, of: sample, to: &families) }
            }
        }
    }

    /// The whole page, version 0.0.4 of the text format.
    var page: String {
        families.withLock { families in
            families.keys.sorted().compactMap { name in families[name].map { Self.text(name, $0) } }.joined()
        }
    }

    private static func add(
        _ value: Double,
        of sample: EmbeddedMetrics.Sample,
        to families: inout [String: Family]
    ) {
        let base = "\(words(sample.namespace))_\(words(sample.name))"
        let labels = sample.dimensions.map { "\(words($0.key))=\"\(escaped($0.value))\"" }.sorted().joined(
            separator: ","
        )
        switch shape(sample.unit) {
        case .counter:
            families["\(base)_total", default: Family(type: "counter")].lines[labels, default: Series()]
                .sum += value
        case .gauge:
            families[base, default: Family(type: "gauge")].lines[labels, default: Series()].sum = value
        case .histogram(let suffix, let factor, let bounds):
            let empty = Series(buckets: bounds.map { _ in 0 })
            let scaled = value * factor
            families[base + suffix, default: Family(type: "histogram")].lines[labels, default: empty].count(
                scaled,
                bounds
            )
        }
    }

    private static func shape(_ unit: String) -> Shape {
        switch unit {
        case "Count": .counter
        case "Seconds": .histogram(suffix: "_seconds", factor: 1, bounds: secondBounds)
        case "Milliseconds": .histogram(suffix: "_seconds", factor: 1e-3, bounds: secondBounds)
        case "Microseconds": .histogram(suffix: "_seconds", factor: 1e-6, bounds: secondBounds)
        case "Bytes": .histogram(suffix: "_bytes", factor: 1, bounds: byteBounds)
        default: .gauge
        }
    }

    private static func text(_ name: String, _ family: Family) -> String {
        var text = "# HELP \(name) Read from the functions' logs.\n# TYPE \(name) \(family.type)\n"
        for (labels, series) in family.lines.sorted(by: { $0.key < $1.key }) {
            let braces = labels.isEmpty ? "" : "{\(labels)}"
            guard family.type == "histogram" else {
                text += "\(name)\(braces) \(series.sum)\n"
                continue
            }
            let bounds = (name.hasSuffix("_bytes") ? byteBounds : secondBounds).map { "\($0)" } + ["+Inf"]
            let comma = labels.isEmpty ? "" : ","
            for (bound, count) in zip(bounds, series.buckets + [series.count]) {
                text += "\(name)_bucket{\(labels)\(comma)le=\"\(bound)\"} \(count)\n"
            }
            text += "\(name)_sum\(braces) \(series.sum)\n\(name)_count\(braces) \(series.count)\n"
        }
        return text
    }

    /// `JobDuration` as `job_duration`, and nothing in it that a name may not have.
    private static func words(_ name: String) -> String {
        var result = ""
        for scalar in name.unicodeScalars {
            let isCapital = ("A"..."Z").contains(scalar)
            if isCapital, let last = result.last, last != "_" { result.append("_") }
            let isPlain = isCapital || ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
            result += isPlain ? String(scalar).lowercased() : "_"
        }
        return result
    }

    private static func escaped(_ value: String) -> String {
        value.reduce(into: "") { text, character in
            switch character {
            case "\\", "\"": text += "\\\(character)"
            case "\n": text += "\\n"
            default: text.append(character)
            }
        }
    }
}

extension MetricsStore.Series {
    /// Counts a value into every bucket whose bound it does not exceed.
    fileprivate mutating func count(_ value: Double, _ bounds: [Double]) {
        sum += value
        count += 1
        for (index, bound) in bounds.enumerated() where value <= bound { buckets[index] += 1 }
    }
}
