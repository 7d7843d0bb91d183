import Synchronization

/// Lets work begin until the process is asked to stop, and knows whether some is under way.
package final class WorkGate: Sendable {
    private struct State {
        var isClosed = false
        var workCount = 0
    }

    private let state = Mutex(State())

    /// Makes an open gate.
    package init() {}

    /// Begins a piece of work, which `leave` ends.
    ///
    /// - Returns: `false` when no more work may begin.
    package func enter() -> Bool {
        state.withLock { state in
            guard !state.isClosed else { return false }
            state.workCount += 1
            return true
        }
    }

    /// Ends a piece of work.
    package func leave() {
        state.withLock { $0.workCount -= 1 }
    }

    /// Lets no more work begin.
    package func close() {
        state.withLock { $0.isClosed = true }
    }

    /// Whether the process was asked to stop.
    package var isClosed: Bool { state.withLock(\.isClosed) }

    /// Whether no work is under way.
    package var isIdle: Bool { state.withLock { $0.workCount == 0 } }
}
