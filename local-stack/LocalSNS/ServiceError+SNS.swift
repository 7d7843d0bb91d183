import LocalServiceKit

// The texts are those that AWS answers; LocalStack's recordings of it have most of them.
extension ServiceError {
    /// A parameter of SNS has a value that it cannot have.
    static func invalidSNSParameter(_ message: String) -> ServiceError {
        ServiceError(
            "InvalidParameterException",
            queryCode: "InvalidParameter",
            "Invalid parameter: \(message)"
        )
    }

    /// A message attribute of SNS has a value that it cannot have.
    static func invalidMessageAttribute(_ message: String) -> ServiceError {
        ServiceError("InvalidParameterValueException", queryCode: "ParameterValueInvalid", message)
    }

    /// The topic does not exist.
    static let topicDoesNotExist = notFoundInSNS("Topic does not exist")

    /// The subscription does not exist.
    static let subscriptionDoesNotExist = notFoundInSNS("Subscription does not exist")

    /// The resource that is to be tagged does not exist.
    static let resourceDoesNotExist = ServiceError(
        "ResourceNotFoundException",
        queryCode: "ResourceNotFound",
        "Resource does not exist",
        status: 404
    )

    /// One of SNS's batch errors.
    static func topicBatch(_ code: String, _ message: String) -> ServiceError {
        ServiceError(code + "Exception", queryCode: code, message)
    }

    private static func notFoundInSNS(_ message: String) -> ServiceError {
        ServiceError("NotFoundException", queryCode: "NotFound", message, status: 404)
    }
}
