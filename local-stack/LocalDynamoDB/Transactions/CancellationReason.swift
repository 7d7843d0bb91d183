import LocalServiceKit

/// Why one part of a transaction kept it from happening; `None` where it did not.
struct CancellationReason: Encodable, Sendable {
    var code: String
    var message: String?
    var item: Item?

    /// A part that would have been done.
    static let none = CancellationReason(code: "None")

    /// What an error means for a transaction; nil where the error is the whole request's.
    init?(_ error: ServiceError) {
        switch error.code {
        case "ConditionalCheckFailedException": code = "ConditionalCheckFailed"
        case "ValidationException": code = "ValidationError"
        default: return nil
        }
        message = error.message
        item = error.members["Item"] as? Item
    }

    private init(code: String) {
        self.code = code
    }
}

extension ServiceError {
    /// The error for a transaction that did not happen, with a reason for each of its parts.
    static func transactionCancelled(_ reasons: [CancellationReason]) -> ServiceError {
        let codes = reasons.map(\.code).joined(separator: ", ")
        return ServiceError(
            "TransactionCanceledException",
            "Transaction cancelled, please refer cancellation reasons for specific reasons [\(codes)]",
            members: ["CancellationReasons": reasons]
        )
    }
}
