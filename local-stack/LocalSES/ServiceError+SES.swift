import LocalServiceKit

// Both versions of the API know the same errors; where the codes differ, version 1 has its own.
extension ServiceError {
    /// An address or a mail that SES cannot send.
    static func invalidMail(_ message: String) -> ServiceError {
        ServiceError("BadRequestException", queryCode: "InvalidParameterValue", message)
    }

    /// A mail that SES does not send.
    static func mailRejected(_ message: String) -> ServiceError {
        ServiceError("MessageRejected", message)
    }

    /// The identity does not exist.
    static func identityDoesNotExist(_ identity: String) -> ServiceError {
        ServiceError("NotFoundException", "Email identity \(identity) does not exist.", status: 404)
    }

    /// The identity exists already.
    static func identityExists(_ identity: String) -> ServiceError {
        ServiceError("AlreadyExistsException", "Email identity \(identity) already exist.")
    }
}
