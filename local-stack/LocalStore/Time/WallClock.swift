/// Where the local stack takes the time from; everything that expires or waits follows it.
package protocol WallClock: Sendable {
    /// The present moment.
    var now: Timestamp { get }

    /// The present moment by the clocks of those who call, which are not moved by hand.
    var callersNow: Timestamp { get }

    /// What this clock showed when those of the callers showed `moment`; a moment that theirs have not reached yet is taken for
    /// one of this clock.
    func moment(ofCallers moment: Timestamp) -> Timestamp

    /// How long it still takes until a caller's timestamp, which has whole seconds, cannot be from before the last `advance`.
    var settlingTime: Duration { get }

    /// How long a thread may sleep for `moment` to come; nil where only `onAdvance` can tell.
    func delay(until moment: Timestamp) -> Duration?

    /// Moves the time forward by hand and tells everybody who waits on it; what lies in between is skipped.
    func advance(by duration: Duration)

    /// Calls `notify` whenever the time has been moved by hand. It is called from any thread.
    func onAdvance(_ notify: @escaping @Sendable () -> Void)
}

extension WallClock {
    /// How far this clock is ahead of those of the callers.
    var lead: Duration { now - callersNow }

    /// The same moment: callers go by this clock.
    package func moment(ofCallers moment: Timestamp) -> Timestamp { moment }

    /// None.
    package var settlingTime: Duration { .zero }
}
