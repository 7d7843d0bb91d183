import LocalHTTP

/// An error of the Lambda API, with the shape and the status that AWS documents.
struct LambdaServiceError: Error, Hashable {
    let status: Int
    let code: String
    let message: String
    /// Why an invocation was throttled.
    var reason: String?

    /// The answer that the client gets.
    var response: HTTPResponse {
        .json(status: status, headers: ["x-amzn-ErrorType": code], Document(error: self))
    }

    private struct Document: Encodable {
        let error: LambdaServiceError

        private enum CodingKeys: String, CodingKey {
            case type = "Type"
            case message = "Message"
            case reason = "Reason"
        }

        func encode(to encoder: any Encoder) throws {
            var fields = encoder.container(keyedBy: CodingKeys.self)
            try fields.encode("User", forKey: .type)
            try fields.encode(error.message, forKey: .message)
            try fields.encodeIfPresent(error.reason, forKey: .reason)
        }
    }

    static let unknownOperation = Self(
        status: 404,
        code: "UnknownOperationException",
        message:
            "The local stack invokes and lists functions; they are created and changed by its template only."
    )

    static let throttled = Self(
        status: 429,
        code: "TooManyRequestsException",
        message: "Rate Exceeded.",
        reason: "ReservedFunctionConcurrentInvocationLimitExceeded"
    )

    static func notFound(_ message: String) -> Self {
        Self(status: 404, code: "ResourceNotFoundException", message: message)
    }

    static func tooLarge(limit: Int) -> Self {
        let message = "Request must be smaller than \(limit) bytes for the InvokeFunction operation"
        return Self(status: 413, code: "RequestTooLargeException", message: message)
    }

    static func invalidContent(_ message: String) -> Self {
        Self(status: 400, code: "InvalidRequestContentException", message: message)
    }

    static func invalidInvocationType(_ value: String) -> Self {
        let message = """
            1 validation error detected: Value '\(value)' at 'invocationType' failed to satisfy constraint: \
            Member must satisfy enum value set: [Event, RequestResponse, DryRun]
            """
        return Self(status: 400, code: "ValidationException", message: message)
    }
}
