package import PipelineRuntime
package import StageContracts

extension Timestamp {
    /// The moment that a clock of the runtime tells.
    package init(_ time: WallTime) { self.init(milliseconds: Int(time.millisecondsSince1970)) }

    /// The time from this moment to a later one; zero if that has passed.
    package func remaining(to later: Timestamp) -> Duration {
        .milliseconds(max(0, later.milliseconds - milliseconds))
    }

    /// The moment a time after this one, to the millisecond.
    package func advanced(by duration: Duration) -> Timestamp {
        Timestamp(milliseconds: milliseconds + Int(duration / .milliseconds(1)))
    }
}
