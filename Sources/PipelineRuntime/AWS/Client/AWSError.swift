/// Why a call to an AWS service did not succeed.
package struct AWSError: Error, Sendable, Hashable {
    /// What went wrong.
    package enum Kind: Sendable, Hashable {
        /// The service answered with an error of this HTTP status.
        case refused(status: Int)
        /// The condition of a DynamoDB write did not hold; the item as it is, where it was asked for and exists.
        case conditionFailed(item: [String: AttributeValue]?)
        /// No complete answer came.
        case unanswered(HTTPError)
        /// An answer came that is not what the service documents.
        case unreadableAnswer
        /// There are no keys to sign with.
        case noCredentials(isRetryable: Bool)
        /// The call cannot be made with these arguments; nothing was sent.
        case invalidArgument
    }

    /// What went wrong.
    package let kind: Kind
    /// The service that was called.
    package var service: AWSService?
    /// The operation, such as `PutItem`.
    package var operation: String
    /// The service's code, or a fixed text where it gave none; for metrics and comparisons.
    package let code: String
    /// What the service said, for the log line.
    package let message: String
    /// The service's id of the request, for its support.
    package let requestID: String?

    /// Makes an error.
    package init(
        _ kind: Kind,
        _ message: String,
        code: String? = nil,
        service: AWSService? = nil,
        operation: String = "",
        requestID: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.code = code ?? Self.code(of: kind)
        self.service = service
        self.operation = operation
        self.requestID = requestID
    }

    private static func code(of kind: Kind) -> String {
        switch kind {
        case .refused(let status): codeWithoutBody(status)
        case .conditionFailed: "ConditionalCheckFailedException"
        case .unanswered(let error): error.kind.rawValue
        case .unreadableAnswer: "unreadable_answer"
        case .noCredentials: "no_credentials"
        case .invalidArgument: "invalid_argument"
        }
    }

    /// The same error, told of the call in which it happened.
    func during(_ call: AWSCall) -> AWSError {
        var error = self
        error.service = call.service
        error.operation = call.operation
        return error
    }
}

extension AWSError: CustomStringConvertible {
    /// Service, operation, code and message; the request id where there is one.
    package var description: String {
        let call = [service?.rawValue, operation].compactMap { $0 }.filter { !$0.isEmpty }.joined(
            separator: " "
        )
        return "\(call): \(code): \(message)" + (requestID.map { " (request \($0))" } ?? "")
    }
}
