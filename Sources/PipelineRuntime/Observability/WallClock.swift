import Glibc

/// Tells the civil time; tests advance their own by hand.
package protocol WallClock: Sendable {
    /// The present moment.
    var now: WallTime { get }
}

/// The machine's clock.
package struct SystemWallClock: WallClock {
    /// Makes the clock.
    package init() {}

    /// The present moment, by `clock_gettime(CLOCK_REALTIME)`.
    package var now: WallTime {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return WallTime(millisecondsSince1970: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}
