/// What the API says of the signatures (DKIM) of an identity's mails; nothing is signed here.
struct SigningAttributes: Codable, Sendable {
    var signingEnabled: Bool
    var status: String
    var tokens: [String]?
    var signingAttributesOrigin = "AWS_SES"

    init(_ identity: EmailIdentity) {
        signingEnabled = identity.isDomain
        status = identity.isDomain ? "SUCCESS" : "NOT_STARTED"
        tokens = identity.isDomain ? [] : nil
    }
}
