/// Why a call of the Runtime API did not do what it should.
enum RuntimeAPIError: Error, Sendable, Hashable {
    /// Status 500: the execution environment is lost and the process must end promptly.
    case containerFailed(detail: String)
    /// Status 413: the answer was too large, which the invoker has already been told.
    case payloadTooLarge(detail: String)
    /// Another status: 400 for an unknown request id, 403 for a call out of turn.
    case refused(status: Int, detail: String)
    /// No complete response.
    case unreachable(HTTPError)
    /// An invocation without an id, which nothing can answer.
    case unidentifiedInvocation
}

extension RuntimeAPIError: CustomStringConvertible {
    /// What happened, for the log line.
    var description: String {
        switch self {
        case .containerFailed(let detail): "the execution environment failed (500): \(detail)"
        case .payloadTooLarge(let detail): "the answer is too large (413): \(detail)"
        case .refused(let status, let detail): "the Runtime API refused the call (\(status)): \(detail)"
        case .unreachable(let error): "the Runtime API did not answer: \(error)"
        case .unidentifiedInvocation: "an invocation came without Lambda-Runtime-Aws-Request-Id"
        }
    }
}
