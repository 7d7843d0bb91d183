import LocalServiceKit

/// What a receiver needs to verify that a notification came from its topic.
struct NotificationSignature: Sendable {
    /// 1 for SHA-1, 2 for SHA-256.
    let version: Int
    /// Where the certificate is.
    let certificateURL: String
    /// The signature as base64.
    let signature: String

    /// Signs the members of a notification.
    ///
    /// What is signed are names and values, each with a line feed behind it, in the order of the names (Amazon SNS Developer
    /// Guide, "Verifying the signatures of Amazon SNS messages").
    init(
        of members: [(name: String, value: String)],
        version: Int,
        by identity: SigningIdentity,
        baseURL: String
    ) throws(ServiceError) {
        let text = members.sorted { $0.name < $1.name }.map { "\($0.name)\n\($0.value)\n" }.joined()
        guard let key = MessageSigningKey(pem: identity.keyPEM),
            let bytes = key.sign(Array(text.utf8), version: version)
        else { throw .cannotSign }
        self.version = version
        certificateURL = "\(baseURL)\(SigningCertificatePage.path)/\(identity.fileName)"
        signature = Blob(bytes).base64
    }
}
