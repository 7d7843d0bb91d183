import LocalServiceKit

/// Amazon Simple Email Service, version 1 of its API.
enum SES {
    /// All actions; the next one is a file and a line here.
    static let actions = ActionTable([
        DeleteIdentity(), GetIdentityVerificationAttributes(), GetSendQuota(), ListIdentities(),
        SendEmail(), SendRawEmail(), VerifyDomainIdentity(), VerifyEmailIdentity(),
    ])

    /// How its messages are written.
    static let layout = QueryLayout(
        version: "2010-12-01",
        namespace: "http://ses.amazonaws.com/doc/2010-12-01/",
        maps: ["VerificationAttributes"],
        shape: StructuredShape(),
        refuse: ServiceError.malformed
    )
}
