/// Writes measured values as lines of CloudWatch's embedded metric format.
package struct MetricsWriter: Sendable {
    private let namespace: String
    private let dimensions: [String: String]
    private let output: any LogOutput
    private let clock: any WallClock

    /// Makes a writer.
    ///
    /// - Parameters:
    ///   - namespace: What CloudWatch files the metrics under.
    ///   - dimensions: What tells one series from another; at most 30, further ones in alphabetical order are dropped.
    ///   - output: Where the lines go: the log, from which CloudWatch takes them.
    ///   - clock: What dates them.
    package init(
        namespace: String,
        dimensions: [String: String] = [:],
        output: any LogOutput = FileDescriptorOutput.standardOutput,
        clock: any WallClock = SystemWallClock()
    ) {
        self.namespace = namespace
        let kept = dimensions.sorted { $0.key < $1.key }.prefix(MetricsRecord.maximumDimensionCount)
        self.dimensions = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
        self.output = output
        self.clock = clock
    }

    /// Writes the values, a hundred on a line; nothing when there are none.
    ///
    /// - Parameters:
    ///   - metrics: Values with names that differ; those that are not finite are left out.
    ///   - properties: Members to search by that make no series of their own.
    package func write(_ metrics: [Metric], properties: [String: LogValue] = [:]) {
        let finite = metrics.filter(\.value.isFinite)
        let now = clock.now
        for start in stride(from: 0, to: finite.count, by: MetricsRecord.maximumMetricCount) {
            let record = MetricsRecord(
                time: now,
                namespace: namespace,
                dimensions: dimensions,
                metrics: Array(finite[start...].prefix(MetricsRecord.maximumMetricCount)),
                properties: properties.reduce(into: [:]) {
                    $0[$1.key] = SecretRedaction.redact($1.value, named: $1.key)
                }
            )
            LineEncoder.encode(record).map(output.write(line:))
        }
    }
}
