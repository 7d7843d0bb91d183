/// The log of an execution environment: what its function prints, and what the platform says of its start and invocations.
@LambdaActor
final class EnvironmentLog {
    private let function: FunctionDefinition
    private let context: EnvironmentContext
    /// How long the start took, until a `REPORT` line has said it.
    private var initializationDuration: Duration?

    init(function: FunctionDefinition, context: EnvironmentContext) {
        self.function = function
        self.context = context
    }

    /// Writes a line that the function printed, during that invocation or between two.
    func write(_ line: [UInt8], of invocation: ActiveInvocation?) {
        invocation?.note(line)
        context.log.write(line, function: function.name)
    }

    /// The runtime has started; the first report says how long that took.
    func noteStart(after duration: Duration) {
        initializationDuration = duration
    }

    /// `START`.
    func writeStart(of invocation: ActiveInvocation) {
        write("START RequestId: \(invocation.requestID) Version: $LATEST", of: invocation)
    }

    /// `END` and `REPORT`.
    func writeEnd(of invocation: ActiveInvocation, peakMemoryByteCount: Int) {
        let report = Report(
            requestID: invocation.requestID,
            duration: context.clock.uptime - invocation.start,
            initializationDuration: initializationDuration,
            memoryMegabytes: function.memoryMegabytes,
            peakMemoryByteCount: peakMemoryByteCount,
            failure: invocation.failure
        )
        initializationDuration = nil
        write("END RequestId: \(invocation.requestID)", of: invocation)
        write(report.line, of: invocation)
    }

    /// What Lambda says of a start that failed, the first one or its repetition within an invocation.
    func writeFailedStart(_ failure: RuntimeFailure, isFirst: Bool, after duration: Duration) {
        let step = isFirst ? "init" : "invoke"
        let status =
            if case .timedOut = failure { "Status: timeout" } else {
                "Status: error\tError Type: \(failure.type)"
            }
        write(
            "INIT_REPORT Init Duration: \(duration.millisecondsText) ms\tPhase: \(step)\t\(status)",
            of: nil
        )
        if case .cannotStart(_, let reason) = failure { write(reason, of: nil) }
    }

    /// What Lambda says of an invocation that did not come to its end.
    func writeFailure(_ failure: RuntimeFailure, of invocation: ActiveInvocation) {
        if case .timedOut = failure {
            write("\(context.clock.timestamp) \(invocation.requestID) \(failure.reason)", of: invocation)
        } else {
            write("RequestId: \(invocation.requestID) Error: \(failure.reason)", of: invocation)
            write(failure.type, of: invocation)
        }
    }

    /// The runtime ended between two invocations.
    func writeEndWhileFrozen(_ failure: RuntimeFailure) {
        write("The runtime ended while it was frozen: \(failure.reason)", of: nil)
    }

    private func write(_ line: String, of invocation: ActiveInvocation?) {
        write(Array(line.utf8), of: invocation)
    }
}
