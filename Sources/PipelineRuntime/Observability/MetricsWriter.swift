/// Writes measured values as lines of CloudWatch's embedded metric format.
package struct MetricsWriter: MetricsSink {
    private let namespace: String
    private let output: any LogOutput
    private let clock: any WallClock

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - namespace: What CloudWatch files the metrics under.
    ///   - output: Where the lines go: the log, from which CloudWatch takes them.
    ///   - clock: What dates them.
    package init(
        namespace: String,
        output: any LogOutput = FileDescriptorOutput.standardOutput,
        clock: any WallClock = SystemWallClock()
    ) {
        self.namespace = namespace
        self.output = output
        self.clock = clock
    }

    /// Writes the values, a hundred on a line; nothing when there are none.
    ///
    /// Values that are not finite are left out, and dimensions beyond thirty, in alphabetical order.
    package func record(
        _ metrics: [Metric],
        dimensions: [String: String] = [:],
        properties: [String: LogValue] = [:]
    ) {
        let finite = metrics.filter(\.value.isFinite)
        let kept = dimensions.sorted { $0.key < $1.key }.prefix(MetricsRecord.maximumDimensionCount)
        let now = clock.now
        for start in stride(from: 0, to: finite.count, by: MetricsRecord.maximumMetricCount) {
            let record = MetricsRecord(
                time: now,
                namespace: namespace,
                dimensions: Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) }),
                metrics: Array(finite[start...].prefix(MetricsRecord.maximumMetricCount)),
                properties: properties.reduce(into: [:]) {
                    $0[$1.key] = SecretRedaction.redact($1.value, named: $1.key)
                }
            )
            LineEncoder.encode(record).map(output.write(line:))
        }
    }
}
