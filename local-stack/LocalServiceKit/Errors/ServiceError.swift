/// What a service answers instead of a result.
///
/// Every protocol writes the same error in its own shape; the names are those of AWS's models.
package struct ServiceError: Error, Sendable {
    /// Whose fault the error is; AWS SDKs repeat only what was the receiver's.
    package enum Fault: String, Sendable {
        case sender = "Sender"
        case receiver = "Receiver"
    }

    /// The shape's name in the service's model, such as `QueueDoesNotExist`.
    package let code: String
    /// The code that the older Query protocol has for it, where that differs.
    package let queryCode: String
    /// What went wrong, in the service's own words.
    package let message: String
    /// The HTTP status.
    package let status: Int
    /// Whose fault it is.
    package let fault: Fault
    /// Further members of the JSON body, such as the item that did not meet a condition.
    package let members: [String: any Encodable & Sendable]

    /// An error of the given shape.
    package init(
        _ code: String,
        queryCode: String? = nil,
        _ message: String,
        status: Int = 400,
        fault: Fault = .sender,
        members: [String: any Encodable & Sendable] = [:]
    ) {
        self.code = code
        self.queryCode = queryCode ?? code
        self.message = message
        self.status = status
        self.fault = fault
        self.members = members
    }
}

extension ServiceError {
    /// What went wrong inside the local stack itself; the caller may try again.
    package static func internalFailure(_ cause: any Error) -> ServiceError {
        ServiceError("InternalFailure", "The local stack failed: \(cause)", status: 500, fault: .receiver)
    }

    /// The action exists in AWS or not at all, but not here.
    package static func unknownAction(_ name: String) -> ServiceError {
        ServiceError("InvalidAction", "The action \(name) is not valid for this endpoint.")
    }

    /// A request that is not a well-formed message of its protocol.
    package static func malformed(_ message: String) -> ServiceError {
        ServiceError("SerializationException", queryCode: "MalformedInput", message)
    }
}
