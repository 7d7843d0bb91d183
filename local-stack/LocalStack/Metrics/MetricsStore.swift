import Synchronization

/// What all functions measured since the stack was started, in the shape that Prometheus asks for.
final class MetricsStore: Sendable {
    private struct State {
        var families: [String: MetricFamily] = [:]
        var refused: Set<String> = []
    }

    private let state = Mutex(State())
    private let complain: @Sendable (String) -> Void

    /// An empty store; `complain` is told once of each name whose samples do not fit together.
    init(complain: @escaping @Sendable (String) -> Void = Console.complain) {
        self.complain = complain
    }

    /// Adds what a line carries.
    ///
    /// A name has the unit of its first sample; samples of it with another one are left out.
    func add(_ metrics: EmbeddedMetrics) {
        for sample in metrics.samples { add(sample) }
    }

    /// The whole page, version 0.0.4 of the text format.
    var page: String {
        state.withLock { state in
            state.families.sorted { $0.key < $1.key }.map { name, family in family.text(name) }.joined()
        }
    }

    private func add(_ sample: EmbeddedMetrics.Sample) {
        let (shape, factor) = MetricShape.of(unit: sample.unit)
        let name = "\(MetricName.words(sample.namespace))_\(MetricName.words(sample.name))\(shape.suffix)"
        let labels = MetricLabels(sample.dimensions)
        let isNewlyRefused = state.withLock { state in
            guard state.families[name].map({ $0.shape == shape }) ?? true else {
                return state.refused.insert(name).inserted
            }
            for value in sample.values where value.isFinite {
                state.families[name, default: MetricFamily(sample.name, shape)].add(value * factor, labels)
            }
            return false
        }
        if isNewlyRefused {
            complain("metric \(sample.name): \(name) has another unit already; \(sample.unit) is left out")
        }
    }
}
