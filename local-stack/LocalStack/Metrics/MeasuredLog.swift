import LocalLambda

/// Prints functions' lines, and takes the metrics out of them as CloudWatch does.
struct MeasuredLog: FunctionLog {
    let store: MetricsStore
    private let output = StandardOutputLog()

    init(store: MetricsStore) { self.store = store }

    func write(_ line: [UInt8], function: String) {
        output.write(line, function: function)
        if let metrics = EmbeddedMetrics(line: line) { store.add(metrics) }
    }
}
