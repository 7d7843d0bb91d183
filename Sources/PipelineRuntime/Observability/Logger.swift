/// Writes one line for each event of interest, with the fields that say where it happened.
///
/// Secrets are replaced (see `SecretRedaction`), and no line ever spans two.
package struct Logger: Sendable {
    private let minimumLevel: LogLevel
    private let format: LogFormat
    private let output: any LogOutput
    private let clock: any WallClock
    private var context: [String: LogValue]

    /// Makes a logger.
    ///
    /// - Parameters:
    ///   - minimumLevel: Lines below it are not written.
    ///   - format: How lines are written.
    ///   - output: Where they go.
    ///   - clock: What dates them.
    ///   - context: Fields of every line.
    package init(
        minimumLevel: LogLevel = .info,
        format: LogFormat = .json,
        output: any LogOutput = FileDescriptorOutput.standardOutput,
        clock: any WallClock = SystemWallClock(),
        context: [String: LogValue] = [:]
    ) {
        self.minimumLevel = minimumLevel
        self.format = format
        self.output = output
        self.clock = clock
        self.context = context
    }

    /// Makes the logger that the platform's variables ask for.
    ///
    /// `AWS_LAMBDA_LOG_LEVEL` and `AWS_LAMBDA_LOG_FORMAT` are read in any case; a value that neither names falls
    /// back to `INFO` and JSON. `AWS_LAMBDA_FUNCTION_NAME` and `…_VERSION` become fields.
    package init(
        environment: Environment,
        output: any LogOutput = FileDescriptorOutput.standardOutput,
        clock: any WallClock = SystemWallClock()
    ) {
        self.init(
            minimumLevel: environment["AWS_LAMBDA_LOG_LEVEL"].flatMap(LogLevel.init(named:)) ?? .info,
            format: environment["AWS_LAMBDA_LOG_FORMAT"].flatMap(LogFormat.init(named:)) ?? .json,
            output: output,
            clock: clock,
            context: [
                "functionName": environment["AWS_LAMBDA_FUNCTION_NAME"],
                "functionVersion": environment["AWS_LAMBDA_FUNCTION_VERSION"],
            ].compactMapValues { $0.map(LogValue.string) }
        )
    }

    /// A logger whose lines have these fields too; they replace those of the same name.
    package func with(_ fields: [String: LogValue]) -> Logger {
        var copy = self
        copy.context.merge(fields) { $1 }
        return copy
    }

    /// Whether lines of that level are written.
    package func writes(_ level: LogLevel) -> Bool {
        level >= minimumLevel
    }

    /// Writes one line unless `level` is below the minimum; the message is built only then.
    package func log(
        _ level: LogLevel,
        _ message: @autoclosure () -> String,
        _ fields: @autoclosure () -> [String: LogValue] = [:]
    ) {
        guard writes(level) else { return }
        let all = context.merging(fields()) { $1 }
        let record = LogRecord(
            time: clock.now,
            level: level,
            message: SecretRedaction.redact(message()),
            fields: all.reduce(into: [:]) { $0[$1.key] = SecretRedaction.redact($1.value, named: $1.key) }
        )
        write(record)
    }

    private func write(_ record: LogRecord) {
        switch format {
        case .text: output.write(line: Array(record.textLine.utf8))
        case .json: LineEncoder.encode(record).map(output.write(line:))
        }
    }
}
