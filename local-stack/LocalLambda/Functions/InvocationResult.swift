/// The end of an invocation, as its caller gets it.
package struct InvocationResult: Sendable, Hashable {
    /// The invocation's id.
    package let requestID: String
    /// How it ended.
    package let outcome: InvocationOutcome
    /// The last 4 KiB of the log, `START` to `REPORT`; empty where it was not asked for.
    package let logTail: [UInt8]

    /// An end of an invocation.
    package init(requestID: String, outcome: InvocationOutcome, logTail: [UInt8] = []) {
        self.requestID = requestID
        self.outcome = outcome
        self.logTail = logTail
    }
}
