/// A key that signs for one day, region and service (Signature Version 4).
package struct SigningKey: Sendable {
    private let bytes: [UInt8]

    /// Derives the key from a secret.
    package init(secret: String, scope: CredentialScope) {
        bytes = [scope.date, scope.region, scope.service, "aws4_request"].reduce(Array("AWS4\(secret)".utf8))
        {
            MessageAuthentication.code($1.utf8, key: $0, .sha256)
        }
    }

    /// The signature of a text, in hexadecimal.
    package func sign(_ text: String) -> String {
        MessageAuthentication.code(text.utf8, key: bytes, .sha256).hexadecimal
    }
}
