/// What Prometheus makes of a metric of CloudWatch's.
///
/// A count becomes a counter, a time a histogram in seconds, a size a histogram in bytes, anything else a gauge.
enum MetricShape: Equatable {
    case counter
    case gauge
    case histogram(Scale)

    /// A histogram's unit: how it ends a name, and the upper bounds of its buckets.
    struct Scale: Equatable {
        let suffix: String
        let bounds: [Double]

        static let seconds = Scale(
            suffix: "_seconds",
            bounds: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 900]
        )
        static let bytes = Scale(suffix: "_bytes", bounds: [1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9])
    }

    /// The word after `# TYPE`.
    var type: String {
        switch self {
        case .counter: "counter"
        case .gauge: "gauge"
        case .histogram: "histogram"
        }
    }

    /// What is behind a metric's name in its line of help.
    var help: String {
        switch self {
        case .counter: "counted since the stack was started"
        case .gauge: "as measured last"
        case .histogram(let scale): "in\(scale.suffix.map { $0 == "_" ? " " : String($0) }.joined())"
        }
    }

    /// What a metric's name ends with.
    var suffix: String {
        switch self {
        case .counter: "_total"
        case .gauge: ""
        case .histogram(let scale): scale.suffix
        }
    }

    /// The shape of a unit of CloudWatch's, and by what its values are multiplied.
    static func of(unit: String) -> (shape: MetricShape, factor: Double) {
        switch unit {
        case "Count": (.counter, 1)
        case "Seconds": (.histogram(.seconds), 1)
        case "Milliseconds": (.histogram(.seconds), 1e-3)
        case "Microseconds": (.histogram(.seconds), 1e-6)
        case "Bytes": (.histogram(.bytes), 1)
        default: (.gauge, 1)
        }
    }
}
