/// How much a log line matters; the names are those of `AWS_LAMBDA_LOG_LEVEL`.
package enum LogLevel: String, Sendable, Hashable, CaseIterable, Comparable {
    /// Every step.
    case trace = "TRACE"
    /// What helps to find a fault.
    case debug = "DEBUG"
    /// What happened, once for each piece of work.
    case info = "INFO"
    /// What went wrong and was dealt with.
    case warn = "WARN"
    /// What went wrong and stays wrong.
    case error = "ERROR"
    /// What ends the process.
    case fatal = "FATAL"

    /// The level of that name in any case, `WARNING` and `CRITICAL` included; `nil` for another text.
    package init?(named name: String) {
        switch name.uppercased() {
        case "WARNING": self = .warn
        case "CRITICAL": self = .fatal
        case let name: self.init(rawValue: name)
        }
    }

    /// Whether `left` matters less than `right`.
    package static func < (left: LogLevel, right: LogLevel) -> Bool {
        left.rank < right.rank
    }

    private var rank: Int {
        switch self {
        case .trace: 0
        case .debug: 1
        case .info: 2
        case .warn: 3
        case .error: 4
        case .fatal: 5
        }
    }
}
