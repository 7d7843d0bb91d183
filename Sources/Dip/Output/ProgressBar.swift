import Glibc
import PipelineClient
import StageContracts

/// Shows how far a request is: one line that is written over on a terminal, a line for each change elsewhere.
struct ProgressBar {
    private static let width = 30

    private let console: Console
    private let start = ContinuousClock.now
    private var last: RequestProgress?

    init(_ console: Console) {
        self.console = console
    }

    /// Shows progress, unless it goes back: an event may tell what the record said before.
    mutating func show(_ progress: RequestProgress) {
        guard !console.isQuiet, progress != last, progress.percent >= last?.percent ?? 0 else { return }
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

    private func bar(_ progress: RequestProgress) -> String {
        let filled = Self.width * min(max(progress.percent, 0), 100) / 100
        let done = String(repeating: "█", count: filled)
        let left = String(repeating: "░", count: Self.width - filled)
        let seconds = (ContinuousClock.now - start).components.seconds
        let color = console.hasColors ? "\u{1B}[\(progress.status == .failed ? 31 : 32)m" : ""
        return "\(color)\(done)\(left)\(color.isEmpty ? "" : "\u{1B}[0m") \(plain(progress)) \(seconds) s"
    }
}
