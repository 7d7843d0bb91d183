import Glibc
import Synchronization

/// The machine's own clock, as far ahead as it has been moved by hand.
package final class SystemClock: WallClock {
    private struct Lead {
        /// How far ahead the clock is, and since which whole second of the machine.
        var steps: [(since: Timestamp, duration: Duration)] = []
        var listeners: [@Sendable () -> Void] = []

        var duration: Duration { steps.last?.duration ?? .zero }
    }

    private let lead = Mutex(Lead())
    private let machineTime: @Sendable () -> Timestamp

    /// The machine's own clock, not moved.
    ///
    /// - Parameter machineTime: The machine's moment; `CLOCK_REALTIME` unless a test says otherwise.
    package init(machineTime: @escaping @Sendable () -> Timestamp = SystemClock.realTime) {
        self.machineTime = machineTime
    }

    /// The machine's moment and the lead.
    package var now: Timestamp { callersNow + lead.withLock(\.duration) }

    /// The machine's moment.
    package var callersNow: Timestamp { machineTime() }

    /// The machine's moment and the lead that this clock had then.
    package func moment(ofCallers moment: Timestamp) -> Timestamp {
        guard moment <= callersNow else { return moment }
        let duration = lead.withLock { lead in lead.steps.last { $0.since <= moment }?.duration }
        return moment + (duration ?? .zero)
    }

    /// The rest of the second in which the clock was moved last.
    package var settlingTime: Duration {
        guard let last = lead.withLock(\.steps.last) else { return .zero }
        return max(.zero, last.since - callersNow)
    }

    /// `CLOCK_REALTIME`.
    package static func realTime() -> Timestamp {
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
        let since = Timestamp(seconds: callersNow.milliseconds / 1000 + 1)
        let listeners = lead.withLock { lead in
            lead.steps.append((since, lead.duration + duration))
            return lead.listeners
        }
        for notify in listeners { notify() }
    }

    /// Keeps `notify` and calls it at every `advance`.
    package func onAdvance(_ notify: @escaping @Sendable () -> Void) {
        lead.withLock { $0.listeners.append(notify) }
    }
}
