/// An invocation that an execution environment works on.
@LambdaActor
final class ActiveInvocation {
    /// How much of a log `LogType=Tail` answers.
    static let logTailByteCount = 4 * 1_024

    let pending: PendingInvocation
    /// The uptime at which it began.
    let start: Duration
    /// The wall clock's time at which it will be ended.
    let deadlineMilliseconds: Int64
    /// Why it failed; nil while it runs and where it succeeded.
    private(set) var failure: RuntimeFailure?
    private var outcome: InvocationOutcome?
    private var log: [UInt8] = []

    init(_ pending: PendingInvocation, start: Duration, deadlineMilliseconds: Int64) {
        self.pending = pending
        self.start = start
        self.deadlineMilliseconds = deadlineMilliseconds
    }

    var requestID: String { pending.invocation.requestID }

    /// Whether the caller's answer is decided.
    var isAnswered: Bool { outcome != nil }

    /// Keeps the end of the log for a caller that wants it.
    func note(_ line: [UInt8]) {
        guard pending.invocation.wantsLogTail else { return }
        log = (log + line + [UInt8(ascii: "\n")]).suffix(Self.logTailByteCount)
    }

    /// Answers the caller at once, or with the end of the log by `complete`.
    func answer(_ outcome: InvocationOutcome) {
        guard self.outcome == nil else { return }
        self.outcome = outcome
        if !pending.invocation.wantsLogTail { pending.settle(outcome) }
    }

    /// Answers the caller with an error document.
    func fail(_ failure: RuntimeFailure) {
        self.failure = failure
        answer(.functionError(payload: failure.document(requestID: requestID)))
    }

    /// The last line of its log was noted.
    func complete() {
        if let outcome { pending.settle(outcome, logTail: log) }
    }
}
