import Foundation
import PipelineClient
import StageContracts

/// One line that is written over as the work goes on; on a pipe, a line for each change.
struct ProgressLine {
    private static let width = 30
    private let isTerminal = isatty(STDOUT_FILENO) == 1
    private var last = ""

    mutating func show(_ progress: RequestProgress, elapsed: Duration) {
        let (percent, status) = (progress.percent, progress.status.rawValue)
        let change = "\(status) \(percent) %"
        guard isTerminal || change != last else { return }
        last = change
        let filled = Self.width * percent / 100
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.width - filled)
        let line = "  \(bar) \(percent) %  \(status)  \(elapsed.inSeconds)"
        write(isTerminal ? "\r\u{1B}[K" + line : line + "\n")
    }

    func end() {
        if isTerminal { write("\n") }
    }

    private func write(_ text: String) {
        // What was printed before has to stand before it where the output is no terminal.
        fflush(nil)
        FileHandle.standardOutput.write(Data(text.utf8))
    }
}

extension Duration {
    /// Seconds with three decimals, such as `1.204 s`.
    var inSeconds: String {
        let milliseconds = components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
        return String(format: "%d.%03d s", milliseconds / 1000, milliseconds % 1000)
    }
}
