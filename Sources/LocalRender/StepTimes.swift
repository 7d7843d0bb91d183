/// How long each step of a run took.
final class StepTimes {
    private let start = ContinuousClock.now
    /// Milliseconds by step, in order.
    private(set) var steps: [(name: String, milliseconds: Double)] = []

    /// Does a step and notes its time.
    func measure<Value, Failure: Error>(
        _ name: String,
        _ work: () throws(Failure) -> Value
    ) throws(Failure) -> Value {
        let start = ContinuousClock.now
        defer { steps.append((name, Self.milliseconds(ContinuousClock.now - start))) }
        return try work()
    }

    /// Milliseconds since the run began.
    var elapsed: Double { Self.milliseconds(ContinuousClock.now - start) }

    /// A duration in milliseconds, to the tenth.
    static func milliseconds(_ duration: Duration) -> Double {
        (duration / .microseconds(100)).rounded() / 10
    }
}
