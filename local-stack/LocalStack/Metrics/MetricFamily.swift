/// All series of one name, which have one shape.
struct MetricFamily {
    let shape: MetricShape
    private let help: String
    private var series: [MetricLabels: Series] = [:]

    private struct Series {
        var sum = 0.0
        /// How many values each bound of the histogram holds; none without a histogram.
        var buckets: [Int]
        var count = 0
    }

    /// A family without series.
    ///
    /// - Parameters:
    ///   - name: CloudWatch's name, whose words tell what is measured.
    ///   - shape: What Prometheus makes of it.
    init(_ name: String, _ shape: MetricShape) {
        self.shape = shape
        help = "\(MetricName.sentence(name)), \(shape.help); from the functions' logs."
    }

    /// Adds a value to the series of those labels.
    mutating func add(_ value: Double, _ labels: MetricLabels) {
        let bounds = bounds
        var line = series[labels] ?? Series(buckets: bounds.map { _ in 0 })
        line.sum = shape == .gauge ? value : line.sum + value
        line.count += 1
        for (index, bound) in bounds.enumerated() where value <= bound { line.buckets[index] += 1 }
        series[labels] = line
    }

    /// The family's part of a page.
    func text(_ name: String) -> String {
        var text = "# HELP \(name) \(help)\n# TYPE \(name) \(shape.type)\n"
        for (labels, line) in series.sorted(by: { $0.key.text < $1.key.text }) {
            guard case .histogram = shape else {
                text += "\(name)\(labels.braces) \(line.sum)\n"
                continue
            }
            for (bound, count) in zip(bounds.map { "\($0)" } + ["+Inf"], line.buckets + [line.count]) {
                text += "\(name)_bucket\(labels.adding("le", bound).braces) \(count)\n"
            }
            text += "\(name)_sum\(labels.braces) \(line.sum)\n\(name)_count\(labels.braces) \(line.count)\n"
        }
        return text
    }

    private var bounds: [Double] {
        if case .histogram(let scale) = shape { scale.bounds } else { [] }
    }
}
