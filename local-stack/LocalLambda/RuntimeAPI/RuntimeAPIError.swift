import LocalHTTP

/// A refusal of the Runtime API or the Extensions API: `{"errorMessage": …, "errorType": …}` with its status.
struct RuntimeAPIError: Error, Hashable {
    let status: Int
    let type: String
    let message: String

    /// The answer that the runtime gets.
    var response: HTTPResponse {
        .json(status: status, ErrorDocument(type: type, message: message))
    }

    static let invalidRequestID = Self(status: 400, type: "InvalidRequestID", message: "Invalid request ID")

    static let invalidResponseMode = Self(
        status: 400,
        type: "InvalidFunctionResponseMode",
        message: "Invalid function response mode"
    )

    static let entityTooLarge = Self(
        status: 413,
        type: "RequestEntityTooLarge",
        message: "Exceeded maximum allowed payload size (\(ReceivedPayload.maximumByteCount) bytes)."
    )

    static let containerError = Self(
        status: 500,
        type: "InternalServerError",
        message: "Internal Server Error"
    )

    static func invalidStateTransition(from state: String, to target: String) -> Self {
        let message =
            "State transition from \(state) to \(target) failed for runtime. Error: state transition is not allowed"
        return Self(status: 403, type: "InvalidStateTransition", message: message)
    }

    /// Extensions are always refused with 403.
    static func `extension`(_ reason: String, _ message: String) -> Self {
        Self(status: 403, type: "Extension.\(reason)", message: message)
    }
}
