package import LocalStore
import Synchronization

/// A clock that stands still until it is moved by hand: tests advance it instead of sleeping.
package final class AdjustableClock: WallClock {
    private struct State {
        var now: Timestamp
        var lead = Duration.zero
        var listeners: [@Sendable () -> Void] = []
    }

    private let state: Mutex<State>

    /// A clock that stands at `now` (by default 2026-01-01T00:00:00Z).
    package init(now: Timestamp = Timestamp(seconds: 1_767_225_600)) {
        state = Mutex(State(now: now))
    }

    /// The moment at which the clock stands.
    package var now: Timestamp { state.withLock(\.now) }

    /// The same, but for how far `getAhead` has moved this clock alone.
    package var callersNow: Timestamp { state.withLock { $0.now - $0.lead } }

    /// Nil: only `advance` makes a moment come.
    package func delay(until moment: Timestamp) -> Duration? { nil }

    /// Keeps `notify` and calls it at every `advance`.
    package func onAdvance(_ notify: @escaping @Sendable () -> Void) {
        state.withLock { $0.listeners.append(notify) }
    }

    /// Moves the clock forward, but not those of the callers.
    package func getAhead(by duration: Duration) {
        state.withLock { $0.lead += duration }
        advance(by: duration)
    }

    /// Moves the clock forward and tells everybody who waits on it.
    package func advance(by duration: Duration) {
        let listeners = state.withLock { state in
            state.now = state.now + duration
            return state.listeners
        }
        for notify in listeners { notify() }
    }
}
