import Glibc
import Synchronization

/// The machine's own clock, as far ahead as it has been moved by hand.
package final class SystemClock: WallClock {
    private struct Lead {
        var duration = Duration.zero
        var listeners: [@Sendable () -> Void] = []
    }

    private let lead = Mutex(Lead())

    /// The machine's own clock, not moved.
    package init() {}

    /// The machine's moment and the lead.
    package var now: Timestamp { callersNow + lead.withLock(\.duration) }

    /// The machine's moment: `CLOCK_REALTIME`.
    package var callersNow: Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
    }

    /// The time left until `moment`; never negative.
    package func delay(until moment: Timestamp) -> Duration? {
        max(.zero, moment - now)
    }

    /// Lets the clock go on from a later moment.
    package func advance(by duration: Duration) {
        let listeners = lead.withLock { lead in
            lead.duration += duration
            return lead.listeners
        }
        for notify in listeners { notify() }
    }

    /// Keeps `notify` and calls it at every `advance`.
    package func onAdvance(_ notify: @escaping @Sendable () -> Void) {
        lead.withLock { $0.listeners.append(notify) }
    }
}
