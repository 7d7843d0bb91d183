import Glibc
import PipelineClient
import StageContracts

/// Shows how far a request is: one line that is written over on a terminal, a line for each change elsewhere.
struct ProgressBar {
    private static let maximumWidth = 30

    private let console: Console
    private let start = ContinuousClock.now
    private var last: RequestProgress?

    init(_ console: Console) {
        self.console = console
    }

    /// Shows progress, unless it goes back: an event may tell what the record said before.
    mutating func show(_ progress: RequestProgress) {
        guard !console.isQuiet, last.map(progress.isAfter) ?? true else { return }
        last = progress
        let line = console.isTerminal ? "\r\u{1B}[K" + bar(progress) : plain(progress) + "\n"
        Console.write(line, to: STDERR_FILENO)
    }

    /// Leaves the line, so that what follows does not stand in it.
    func end() {
        if console.isTerminal, last != nil { Console.write("\n", to: STDERR_FILENO) }
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
