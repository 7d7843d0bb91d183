/// How an invocation ended.
package enum InvocationOutcome: Sendable, Hashable {
    /// The function answered.
    case success(payload: [UInt8])
    /// The function failed, ended or took too long; the payload is the error document (`X-Amz-Function-Error: Unhandled`).
    case functionError(payload: [UInt8])
    /// The function's reserved concurrency is used up; it was not run.
    case throttled
    /// There is no function of that name.
    case unknownFunction
}
