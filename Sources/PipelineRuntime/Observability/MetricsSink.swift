/// Takes measured values, wherever they go.
package protocol MetricsSink: Sendable {
    /// Takes values that were measured together.
    ///
    /// - Parameters:
    ///   - metrics: Values with names that differ.
    ///   - dimensions: What tells one series from another.
    ///   - properties: What helps to find the measurement again and makes no series of its own.
    func record(_ metrics: [Metric], dimensions: [String: String], properties: [String: LogValue])
}

/// Hands values on to several sinks.
package struct CombinedMetrics: MetricsSink {
    private let sinks: [any MetricsSink]

    /// Makes a sink of sinks.
    package init(_ sinks: any MetricsSink...) { self.sinks = sinks }

    package func record(_ metrics: [Metric], dimensions: [String: String], properties: [String: LogValue]) {
        for sink in sinks { sink.record(metrics, dimensions: dimensions, properties: properties) }
    }
}
