/// An invocation whose caller still waits.
@LambdaActor
final class PendingInvocation {
    let invocation: Invocation
    private var then: (@Sendable (InvocationResult) -> Void)?

    init(_ invocation: Invocation, then: @escaping @Sendable (InvocationResult) -> Void) {
        self.invocation = invocation
        self.then = then
    }

    /// Tells the caller; the first call counts.
    func settle(_ outcome: InvocationOutcome, logTail: [UInt8] = []) {
        then?(InvocationResult(requestID: invocation.requestID, outcome: outcome, logTail: logTail))
        then = nil
    }
}
