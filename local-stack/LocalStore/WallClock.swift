/// Where the local stack takes the time from; everything that expires or waits follows it.
package protocol WallClock: Sendable {
    /// The present moment.
    var now: Timestamp { get }

    /// How long a thread may sleep for `moment` to come; nil where only `onAdvance` can tell.
    func delay(until moment: Timestamp) -> Duration?

    /// Calls `notify` whenever the time has been moved by hand. It is called from any thread.
    func onAdvance(_ notify: @escaping @Sendable () -> Void)
}
