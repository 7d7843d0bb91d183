/// Why an invocation has no answer of the function's own, or why a runtime did not start.
enum RuntimeFailure: Error, Hashable {
    /// The runtime reported it; the document is passed on as it came.
    case reported(document: [UInt8], type: FunctionErrorType)
    /// The process ended.
    case exited(ExitStatus)
    /// The process was ended because of its memory.
    case outOfMemory
    /// The time was over.
    case timedOut(after: Duration)
    /// The process could not be started.
    case cannotStart(type: String, reason: String)
    /// The answer was too long.
    case responseTooLarge
    /// The answer came in a mode that does not exist.
    case invalidResponseMode

    /// The error's type, as the `REPORT` line and the error document have it.
    var type: String {
        switch self {
        case .reported(_, let type): type.text
        case .exited: "Runtime.ExitError"
        case .outOfMemory: "Runtime.OutOfMemory"
        case .timedOut: "Sandbox.Timedout"
        case .cannotStart(let type, _): type
        case .responseTooLarge: "Function.ResponseSizeTooLarge"
        case .invalidResponseMode: "Runtime.InvalidResponseModeHeader"
        }
    }

    /// What the caller gets.
    func document(requestID: String) -> [UInt8] {
        if case .reported(let document, _) = self { return document }
        return .json(ErrorDocument(type: documentType, message: message(requestID: requestID)))
    }

    /// Lambda tells callers of a lack of memory as of any killed process.
    private var documentType: String {
        self == .outOfMemory ? "Runtime.ExitError" : type
    }

    private func message(requestID: String) -> String {
        switch self {
        case .responseTooLarge:
            "Response payload size exceeded maximum allowed payload size (\(ReceivedPayload.maximumByteCount) bytes)."
        default: "RequestId: \(requestID) Error: \(reason)"
        }
    }

    /// The failure in words, for the log and for the document.
    var reason: String {
        switch self {
        case .reported: "the runtime reported an error"
        case .exited(let status): status.reason
        case .outOfMemory: ExitStatus.signalled(9).reason
        case .timedOut(let limit): "Task timed out after \(limit.secondsText) seconds"
        case .cannotStart(_, let reason): reason
        case .responseTooLarge: "Response payload size exceeded maximum allowed payload size"
        case .invalidResponseMode: "Invalid function response mode"
        }
    }
}
