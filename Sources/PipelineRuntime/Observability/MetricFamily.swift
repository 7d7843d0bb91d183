/// All series of one name in Prometheus's model.
struct MetricFamily: Sendable {
    /// What tells one series from another.
    struct Label: Sendable, Hashable, Comparable {
        let name: String
        let value: String

        static func < (left: Label, right: Label) -> Bool { left.name < right.name }
    }

    /// How values are added up.
    enum Kind: Sendable {
        case counter
        case gauge
        case seconds
        case bytes

        init(_ unit: MetricUnit) {
            switch unit {
            case .count: self = .counter
            case .milliseconds: self = .seconds
            case .bytes: self = .bytes
            case .percent, .none: self = .gauge
            }
        }
    }

    let kind: Kind
    let help: String
    private var series: [[Label]: Series] = [:]

    /// A family without series.
    init(kind: Kind, help: String) {
        self.kind = kind
        self.help = help
    }

    /// Counts a value in.
    mutating func add(_ metric: Metric, _ labels: [Label]) {
        let value = kind.isInSeconds ? metric.value / 1000 : metric.value
        series[labels, default: Series(bucketCount: kind.bounds.count)].add(value, bounds: kind.bounds, kind)
    }

    /// The family in Prometheus's text format.
    func text(named name: String) -> String {
        let head = "# HELP \(name) \(help)\n# TYPE \(name) \(kind.typeName)\n"
        let sorted = series.map { (labels: Self.text(of: $0.key), series: $0.value) }.sorted {
            $0.labels < $1.labels
        }
        return sorted.reduce(head) { $0 + text(of: $1.series, named: name, labels: $1.labels) }
    }

    private func text(of series: Series, named name: String, labels: String) -> String {
        let bounds = kind.bounds
        guard !bounds.isEmpty else { return "\(name)\(Self.braced(labels)) \(series.sum)\n" }
        var lines = ""
        var total = 0
        for (bound, count) in zip(bounds.map { "\($0)" } + ["+Inf"], series.counts) {
            total += count
            let all = labels.isEmpty ? "le=\"\(bound)\"" : "\(labels),le=\"\(bound)\""
            lines += "\(name)_bucket{\(all)} \(total)\n"
        }
        return lines
            + "\(name)_sum\(Self.braced(labels)) \(series.sum)\n\(name)_count\(Self.braced(labels)) \(total)\n"
    }

    private static func braced(_ labels: String) -> String { labels.isEmpty ? "" : "{\(labels)}" }

    private static func text(of labels: [Label]) -> String {
        labels.map { label in
            let value = label.value.flatMap { character in
                switch character {
                case "\\": "\\\\"
                case "\"": "\\\""
                case "\n": "\\n"
                default: String(character)
                }
            }
            return "\(label.name)=\"\(String(value))\""
        }.joined(separator: ",")
    }

    /// The values with the same labels.
    private struct Series {
        var sum = 0.0
        /// How many values are in each bucket, and in none.
        var counts: [Int]

        init(bucketCount: Int) { counts = Array(repeating: 0, count: bucketCount + 1) }

        mutating func add(_ value: Double, bounds: [Double], _ kind: Kind) {
            if case .gauge = kind { sum = value } else { sum += value }
            counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
        }
    }
}

extension MetricFamily.Kind {
    /// What a name ends with, by Prometheus's conventions.
    var suffix: String {
        switch self {
        case .counter: "_total"
        case .gauge: ""
        case .seconds: "_seconds"
        case .bytes: "_bytes"
        }
    }

    /// What is behind a metric's name in its line of help.
    var help: String {
        switch self {
        case .counter: "since the process began."
        case .gauge: "as measured last."
        case .seconds: "in seconds."
        case .bytes: "in bytes."
        }
    }

    fileprivate var typeName: String {
        switch self {
        case .counter: "counter"
        case .gauge: "gauge"
        case .seconds, .bytes: "histogram"
        }
    }

    fileprivate var isInSeconds: Bool {
        if case .seconds = self { true } else { false }
    }

    /// From a warm function that has little to do to the longest that Lambda lets one run; from a thumbnail to a panorama.
    fileprivate var bounds: [Double] {
        switch self {
        case .counter, .gauge: []
        case .seconds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900]
        case .bytes: [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9]
        }
    }
}
