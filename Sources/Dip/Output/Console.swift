import Glibc
import PipelineClient

/// Writes results to standard output, and everything about the way there to standard error.
struct Console {
    /// Whether results are one JSON document.
    let isJSON: Bool
    /// Whether nothing is said about the way.
    let isQuiet: Bool
    /// Whether standard error is a terminal that can write over a line.
    let isTerminal: Bool
    /// Whether colours are wanted (no-color.org).
    let hasColors: Bool

    init(isJSON: Bool, isQuiet: Bool, environment: [String: String]) {
        (self.isJSON, self.isQuiet) = (isJSON, isQuiet)
        isTerminal = isatty(STDERR_FILENO) == 1 && environment["TERM"] != "dumb"
        hasColors = isTerminal && (environment["NO_COLOR"] ?? "").isEmpty
    }

    /// The columns of the terminal that standard error is; nil where it does not tell.
    var columns: Int? {
        var size = winsize()
        guard isTerminal, ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
            return nil
        }
        return Int(size.ws_col)
    }

    /// Writes the lines of a result.
    ///
    /// - Throws: A failure where they cannot be written, as on a full disk; a reader that has left is none.
    static func result(_ lines: String...) throws(CommandError) {
        try result(lines)
    }

    /// Writes the lines of a result.
    ///
    /// - Throws: A failure where they cannot be written, as on a full disk; a reader that has left is none.
    static func result(_ lines: [String]) throws(CommandError) {
        let failure = write(lines.map { $0 + "\n" }.joined(), to: STDOUT_FILENO)
        guard failure != 0, failure != EPIPE else { return }
        throw CommandError(
            exit: .failed,
            code: "output_failed",
            message: "standard output cannot be written: \(String(cString: strerror(failure)))",
            advice: "what was asked is done or goes on; only its report is lost"
        )
    }

    /// Writes a line about the way there.
    func note(_ line: String) {
        if !isQuiet { Self.write(line + "\n", to: STDERR_FILENO) }
    }

    /// Writes to a descriptor and answers the `errno` of the write that failed, or 0; the rest is dropped then.
    @discardableResult
    static func write(_ text: String, to descriptor: Int32) -> Int32 {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count < 0 ? errno : 0 }
            bytes = bytes.dropFirst(count)
        }
        return 0
    }

    /// Says why the command ends, and answers its exit status.
    func report(_ failure: CommandError, json: Bool) -> Int32 {
        if json { Self.write(JSONReport.text(failure) + "\n", to: STDOUT_FILENO) }
        let mark = hasColors ? "\u{1B}[31mdip:\u{1B}[0m" : "dip:"
        let code = failure.exit == .failed ? "\(failure.code): " : ""
        Self.write("\(mark) \(code)\(failure.message.oneLine)\n", to: STDERR_FILENO)
        for problem in failure.problems {
            let place = problem.pointer.isEmpty ? "the request" : problem.pointer
            Self.write("  \(place): \(problem.detail.oneLine)\n", to: STDERR_FILENO)
        }
        if let advice = failure.advice { Self.write("  → \(advice)\n", to: STDERR_FILENO) }
        return failure.exit.rawValue
    }
}

extension String {
    /// The text without line ends and other control characters, which a server or a file's name could bring along.
    var oneLine: String {
        String(
            String.UnicodeScalarView(
                unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
            )
        )
    }
}
