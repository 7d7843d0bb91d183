import Synchronization

/// Lets work begin until the process is asked to stop, and knows whether some is under way.
final class WorkGate: Sendable {
    private struct State {
        var isClosed = false
        var workCount = 0
    }

    private let state = Mutex(State())

    /// Makes an open gate.
    init() {}

    /// Begins a piece of work, which `leave` ends.
    ///
    /// - Returns: `false` when no more work may begin.
    func enter() -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.workCount += 1
            return true
        }
    }

    /// Ends a piece of work.
    func leave() {
        state.withLock { $0.workCount -= 1 }
    }

    /// Lets no more work begin.
    func close() {
        state.withLock { $0.isClosed = true }
    }

    /// Whether the process was asked to stop.
    var isClosed: Bool { state.withLock(\.isClosed) }

    /// Whether no work is under way.
    var isIdle: Bool { state.withLock { $0.workCount == 0 } }
}
