import Synchronization

/// Adds measured values up since the process began, for Prometheus to ask for.
///
/// Counts become counters, lengths of time histograms in seconds, amounts of data histograms in bytes, anything else a
/// gauge; names are those of the metrics in Prometheus's spelling.
package final class MetricsRegistry: MetricsSink {
    private let prefix: String
    private let families = Mutex<[String: MetricFamily]>([:])

    /// Makes an empty registry whose names begin with that of the namespace.
    package init(namespace: String) { prefix = namespace.snakeCased }

    package func record(_ metrics: [Metric], dimensions: [String: String], properties: [String: LogValue]) {
        let labels = dimensions.map { MetricFamily.Label(name: $0.key.snakeCased, value: $0.value) }.sorted()
        families.withLock { families in
            for metric in metrics where metric.value.isFinite {
                let kind = MetricFamily.Kind(metric.unit)
                let name = "\(prefix)_\(metric.name.snakeCased)\(kind.suffix)"
                let help = "\(metric.meaning), \(kind.help)"
                families[name, default: MetricFamily(kind: kind, help: help)].add(metric, labels)
            }
        }
    }

    /// Everything in Prometheus's text format, version 0.0.4.
    package var text: String {
        families.withLock { families in
            families.sorted { $0.key < $1.key }.map { $0.value.text(named: $0.key) }.joined()
        }
    }
}

extension String {
    /// The name in small letters, with an underscore before each word that begins with a capital.
    fileprivate var snakeCased: String {
        var result = ""
        for character in self {
            if character.isUppercase, let last = result.last, last != "_" { result += "_" }
            result += character.isLetter || character.isNumber ? character.lowercased() : "_"
        }
        return result
    }
}
