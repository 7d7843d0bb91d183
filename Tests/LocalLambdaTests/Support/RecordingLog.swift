import Synchronization

@testable import LocalLambda

/// A log that keeps its lines and lets a test wait for one.
final class RecordingLog: FunctionLog {
    private struct State {
        var lines: [String] = []
        var waiters: [(matches: @Sendable (String) -> Bool, resume: @Sendable (String) -> Void)] = []
    }

    private let state = Mutex(State())

    var lines: [String] { state.withLock { $0.lines } }

    func write(_ line: [UInt8], function: String) {
        let line = String(decoding: line, as: UTF8.self)
        let woken = state.withLock { state in
            state.lines.append(line)
            let woken = state.waiters.filter { $0.matches(line) }
            state.waiters.removeAll { $0.matches(line) }
            return woken
        }
        for waiter in woken { waiter.resume(line) }
    }

    /// The first line, of those that are there or are still to come, that fits.
    func line(_ matches: @escaping @Sendable (String) -> Bool) async -> String {
        await withCheckedContinuation { continuation in
            let found = state.withLock { state -> String? in
                if let line = state.lines.first(where: matches) { return line }
                state.waiters.append((matches, { continuation.resume(returning: $0) }))
                return nil
            }
            if let found { continuation.resume(returning: found) }
        }
    }

    /// The first line that begins so.
    func line(prefix: String) async -> String {
        await line { $0.hasPrefix(prefix) }
    }
}
