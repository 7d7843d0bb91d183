import LocalServiceKit

// The texts are those that AWS answers; LocalStack's recordings of it have most of them.
extension ServiceError {
    /// The queue does not exist; the Query protocol has a text of its own for it.
    static func queueDoesNotExist(isQuery: Bool = false) -> ServiceError {
        ServiceError(
            "QueueDoesNotExist",
            queryCode: "AWS.SimpleQueueService.NonExistentQueue",
            "The specified queue does not exist" + (isQuery ? " for this wsdl version." : ".")
        )
    }

    /// A parameter has a value that it cannot have.
    static func invalidParameterValue(_ message: String) -> ServiceError {
        ServiceError("InvalidParameterValueException", queryCode: "InvalidParameterValue", message)
    }

    /// The same, with the sentence that AWS makes of the value, the parameter and the reason.
    static func invalidValue(_ value: String, of parameter: String, _ reason: String) -> ServiceError {
        .invalidParameterValue("Value \(value) for parameter \(parameter) is invalid. Reason: \(reason)")
    }

    /// A number outside the bounds that its parameter has.
    static func outOfRange(_ value: Int, of parameter: String, _ range: ClosedRange<Int>) -> ServiceError {
        .invalidValue(
            String(value),
            of: parameter,
            "Must be >= \(range.lowerBound) and <= \(range.upperBound), if provided."
        )
    }

    /// A parameter is missing.
    static func missingParameter(_ name: String) -> ServiceError {
        ServiceError(
            "MissingRequiredParameterException",
            queryCode: "MissingParameter",
            "The request must contain the parameter \(name)."
        )
    }

    /// A queue's attribute has a value that it cannot have.
    static func invalidAttributeValue(_ message: String) -> ServiceError {
        ServiceError("InvalidAttributeValue", message)
    }

    /// A name that no attribute has.
    static func unknownAttribute(_ name: String) -> ServiceError {
        ServiceError("InvalidAttributeName", "Unknown Attribute \(name).")
    }

    /// A text with characters that SQS does not carry.
    static let invalidMessageContents = ServiceError(
        "InvalidMessageContents",
        "Invalid characters found. Valid unicode characters are "
            + "#x9 | #xA | #xD | #x20 to #xD7FF | #xE000 to #xFFFD | #x10000 to #x10FFFF"
    )

    /// A handle that no queue gave out, or another queue did.
    static func receiptHandleIsInvalid(_ handle: String) -> ServiceError {
        ServiceError(
            "ReceiptHandleIsInvalid",
            "The input receipt handle \"\(handle)\" is not a valid receipt handle."
        )
    }

    /// One of SQS's batch errors, which have a longer code in the Query protocol.
    static func batch(_ code: String, _ message: String) -> ServiceError {
        ServiceError(code, queryCode: "AWS.SimpleQueueService." + code, message)
    }
}
