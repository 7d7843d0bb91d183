import LocalServiceKit

/// An address or a domain from which mails may be sent.
struct EmailIdentity: Sendable, Hashable {
    let name: String
    /// Whether this is a domain.
    let isDomain: Bool

    /// Reads the name of an identity.
    init(_ text: String) throws(ServiceError) {
        isDomain = !text.contains("@")
        if isDomain {
            name = text.lowercased()
            guard EmailAddress.isDomain(name), name.contains(".") else {
                throw .invalidMail("Invalid domain name \(text).")
            }
        } else {
            guard !text.contains("<") else { throw .invalidMail("Invalid email address<\(text)>.") }
            name = try EmailAddress(text).address
        }
    }

    /// The identity's kind as version 2 of the API names it.
    var kind: String { isDomain ? "DOMAIN" : "EMAIL_ADDRESS" }
}
