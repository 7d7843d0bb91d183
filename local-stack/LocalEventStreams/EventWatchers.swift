import LocalStore
import Synchronization

/// Who watches which stream.
final class EventWatchers: Sendable {
    private struct State {
        var watchers: [EventStreamKey: [Int: EventWatcher]] = [:]
        var count = 0
        var nextID = 0
    }

    /// Further ones are turned away, so that connections are left for other requests.
    private let maximumCount: Int
    private let state = Mutex(State())

    init(maximumCount: Int) {
        self.maximumCount = maximumCount
    }

    /// The id of another watcher.
    func newID() -> Int {
        state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
    }

    /// From now on the watcher gets what comes; answers false, and does nothing, where there are too many.
    func add(_ watcher: EventWatcher, _ id: Int, to key: EventStreamKey) -> Bool {
        state.withLock { state in
            guard state.count < maximumCount else { return false }
            state.watchers[key, default: [:]][id] = watcher
            state.count += 1
            return true
        }
    }

    /// The watcher is gone.
    func remove(_ id: Int, from key: EventStreamKey) {
        state.withLock { state in
            guard state.watchers[key]?.removeValue(forKey: id) != nil else { return }
            state.count -= 1
            if state.watchers[key]?.isEmpty == true { state.watchers[key] = nil }
        }
    }

    /// Sends an event to all who watch its stream.
    func deliver(_ event: StreamedEvent, to key: EventStreamKey) {
        guard let watchers = state.withLock({ $0.watchers[key] }) else { return }
        let bytes = event.bytes
        for watcher in watchers.values { watcher.send(event, bytes) }
    }

    /// Keeps all connections alive.
    func beat(at now: Timestamp) {
        let all = state.withLock { $0.watchers.values.flatMap(\.values) }
        for watcher in all { watcher.beat(at: now) }
    }
}
