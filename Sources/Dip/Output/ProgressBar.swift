import Glibc
import PipelineClient
import PipelineRuntime
import StageContracts
import Synchronization

/// Shows how far a request is: one line that is written over on a terminal, a line for each change elsewhere.
final class ProgressBar: Sendable {
    private static let maximumWidth = 30

    private let console: Console
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    private struct State {
        var last: RequestProgress?
        var isOver = false
    }

    init(_ console: Console) {
        self.console = console
    }

    /// Shows progress, unless it goes back: an event may tell what the record said before.
    func show(_ progress: RequestProgress) {
        guard !console.isQuiet else { return }
        state.withLock { state in
            guard state.last.map(progress.isAfter) ?? true else { return }
            state.last = progress
            draw(progress)
        }
    }

    /// Counts the seconds on a terminal from now on, so that somebody who waits sees that it goes on.
    func countSeconds() {
        guard console.isTerminal, !console.isQuiet else { return }
        // Without room for a thread the seconds move with the progress.
        try? PosixThread { while self.drawAgain() { self.waitForNextSecond() } }.detach()
    }

    /// Leaves the line, so that what follows does not stand in it.
    func end() {
        state.withLock { state in
            state.isOver = true
            if console.isTerminal, state.last != nil { Console.write("\n", to: STDERR_FILENO) }
        }
    }

    /// Answers whether there will be more to draw.
    private func drawAgain() -> Bool {
        state.withLock { state in
            if !state.isOver, let last = state.last { draw(last) }
            return !state.isOver
        }
    }

    private func waitForNextSecond() {
        let passed = (ContinuousClock.now - start) / .microseconds(1)
        usleep(1_000_000 - UInt32(passed.truncatingRemainder(dividingBy: 1_000_000)))
    }

    private func draw(_ progress: RequestProgress) {
        let line = console.isTerminal ? "\r\u{1B}[K" + bar(progress) : plain(progress) + "\n"
        Console.write(line, to: STDERR_FILENO)
    }

    private func plain(_ progress: RequestProgress) -> String {
        "\(progress.percent) % \(progress.status.rawValue)"
    }

    /// The bar and what it says; where the window is narrow, the bar gives way, for a line that wraps cannot be written over.
    private func bar(_ progress: RequestProgress) -> String {
        let seconds = (ContinuousClock.now - start).components.seconds
        let columns = console.columns ?? .max
        let text = String("\(plain(progress)) \(seconds) s".prefix(columns - 1))
        let width = min(Self.maximumWidth, max(columns - text.count - 2, 0))
        let filled = width * min(max(progress.percent, 0), 100) / 100
        let done = String(repeating: "█", count: filled)
        let left = String(repeating: "░", count: width - filled)
        let color = console.hasColors ? "\u{1B}[\(progress.status == .failed ? 31 : 32)m" : ""
        return "\(color)\(done)\(left)\(color.isEmpty ? "" : "\u{1B}[0m")\(width > 0 ? " " : "")\(text)"
    }
}
