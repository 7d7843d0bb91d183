import Synchronization

@testable import LocalLambda

/// A log that keeps its lines and lets a test wait for some.
final class RecordingLog: FunctionLog {
    private struct State {
        var lines: [String] = []
        var waiters: [Waiter] = []
    }

    private struct Waiter {
        let isSatisfied: @Sendable ([String]) -> Bool
        let resume: @Sendable () -> Void
    }

    private let state = Mutex(State())

    var lines: [String] { state.withLock { $0.lines } }

    func write(_ line: [UInt8], function: String) {
        let woken = state.withLock { state in
            state.lines.append(String(decoding: line, as: UTF8.self))
            let lines = state.lines
            let woken = state.waiters.filter { $0.isSatisfied(lines) }
            state.waiters.removeAll { $0.isSatisfied(lines) }
            return woken
        }
        for waiter in woken { waiter.resume() }
    }

    /// Waits until so many of the lines fit.
    func count(_ wanted: Int, where matches: @escaping @Sendable (String) -> Bool) async throws {
        try await wait { $0.count(where: matches) >= wanted }
    }

    /// The first line, of those that are there or are still to come, that fits.
    func line(_ matches: @escaping @Sendable (String) -> Bool) async throws -> String {
        try await wait { $0.contains(where: matches) }
        return lines.first(where: matches) ?? ""
    }

    /// The first line that begins so.
    func line(prefix: String) async throws -> String {
        try await line { $0.hasPrefix(prefix) }
    }

    private func wait(until isSatisfied: @escaping @Sendable ([String]) -> Bool) async throws {
        do {
            try await Waiting.answer("line") { resume in
                let isOver = state.withLock { state in
                    if isSatisfied(state.lines) { return true }
                    state.waiters.append(Waiter(isSatisfied: isSatisfied) { resume(()) })
                    return false
                }
                if isOver { resume(()) }
            }
        } catch is TookTooLong {
            throw TookTooLong("such line among \(lines)")
        }
    }
}
