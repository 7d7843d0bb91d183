/// Everything that makes a client's behaviour depend on the moment; tests put their own in.
struct ClientTiming {
    /// The civil time, for signatures.
    var clock: any WallClock
    /// The monotonic time, for deadlines.
    var now: () -> ContinuousClock.Instant
    /// Waits.
    var wait: (Duration) -> Void
    /// A number from 0 up to, not including, 1.
    var random: () -> Double

    /// The machine's own clocks and chance.
    static var system: ClientTiming {
        ClientTiming(
            clock: SystemWallClock(),
            now: { ContinuousClock.now },
            wait: { Pause.wait($0) },
            random: { Double.random(in: 0..<1) }
        )
    }
}
