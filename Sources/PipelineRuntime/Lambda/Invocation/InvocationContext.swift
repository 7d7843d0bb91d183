/// What is known about one invocation beside its event.
package struct InvocationContext: Sendable {
    /// The invocation's id; log lines carry it.
    package let requestID: String
    /// The moment at which the invocation is ended from outside, on the monotonic clock.
    package let deadline: Deadline
    /// The same moment in civil time, for leases that other machines read.
    package let deadlineTime: WallTime
    /// The function, or the version or alias, that was invoked; `nil` where a queue is polled.
    package let invokedFunctionARN: String?
    /// The X-Ray trace header of the invocation, for calls that continue the trace.
    package let traceID: String?
    /// The JSON that a mobile client sent about itself.
    package let clientContext: String?
    /// The Amazon Cognito identity that invoked the function.
    let cognitoIdentity: CognitoIdentity?
    /// The tenant for whom the function is isolated.
    let tenantID: String?
    /// Writes lines that carry the invocation's id.
    package let logger: Logger

    /// Makes a context; what is not given is absent.
    package init(
        requestID: String,
        deadline: Deadline,
        deadlineTime: WallTime,
        invokedFunctionARN: String? = nil,
        traceID: String? = nil,
        clientContext: String? = nil,
        cognitoIdentity: CognitoIdentity? = nil,
        tenantID: String? = nil,
        logger: Logger
    ) {
        self.requestID = requestID
        self.deadline = deadline
        self.deadlineTime = deadlineTime
        self.invokedFunctionARN = invokedFunctionARN
        self.traceID = traceID
        self.clientContext = clientContext
        self.cognitoIdentity = cognitoIdentity
        self.tenantID = tenantID
        self.logger = logger
    }
}
