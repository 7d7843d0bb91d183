import Glibc

/// The machine's own clock.
package struct SystemClock: WallClock {
    /// The machine's own clock.
    package init() {}

    /// The present moment by `CLOCK_REALTIME`.
    package var now: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }

    /// The time left until `moment`; never negative.
    package func delay(until moment: Timestamp) -> Duration? {
        max(.zero, moment - now)
    }

    /// Does nothing: this clock is never moved by hand.
    package func onAdvance(_ notify: @escaping @Sendable () -> Void) {}
}
