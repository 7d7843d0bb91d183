import LocalStore

/// Computes the signatures of a body that is sent in signed chunks (`STREAMING-AWS4-HMAC-SHA256-PAYLOAD`).
///
/// Each signature covers the one before; the first covers that of the request.
package struct ChunkSigner: Sendable {
    private static let emptyDigest = Digest.sha256.of([]).hexadecimal

    private let key: SigningKey
    private let prefix: String
    private var previous: String

    init(key: SigningKey, _ signature: SignatureV4) {
        self.key = key
        prefix = "\(signature.signedAt.basicISO8601)\n\(signature.scope)"
        previous = signature.signature
    }

    /// The signature that the next chunk must have.
    ///
    /// - Parameter digest: the SHA-256 digest of the chunk's data in hexadecimal.
    /// - Returns: 64 hexadecimal digits.
    package mutating func sign(chunkDigest digest: String) -> String {
        previous = key.sign(
            "AWS4-HMAC-SHA256-PAYLOAD\n\(prefix)\n\(previous)\n\(Self.emptyDigest)\n\(digest)"
        )
        return previous
    }

    /// The signature that the trailer after the last chunk must have.
    ///
    /// - Parameter trailer: its lines as `name:value\n`, sorted, names in small letters.
    /// - Returns: 64 hexadecimal digits.
    package mutating func sign(trailer: String) -> String {
        let digest = Digest.sha256.of(trailer).hexadecimal
        previous = key.sign("AWS4-HMAC-SHA256-TRAILER\n\(prefix)\n\(previous)\n\(digest)")
        return previous
    }
}
