package import LocalHTTP
package import LocalStore

/// Verifies Signature Version 4 of requests that were signed with a known key.
package struct SignatureVerifier: Sendable {
    /// What a verified signature lets a service do further.
    package struct Signer: Sendable {
        /// Whose key it is, and for what.
        package let scope: CredentialScope
        /// When the request was signed, `20260131T090500Z`.
        package let date: String
        /// The signature of the request, which the first chunk of a signed stream continues.
        package let signature: String
        /// The key for further signatures; nil where the key is not known and nothing is verified.
        package let key: SigningKey?
    }

    /// Which keys are known.
    package let policy: AuthenticationPolicy

    /// AWS refuses requests whose date lies further away.
    private static let longestSkew = Duration.seconds(15 * 60)

    /// A verifier for those keys.
    package init(policy: AuthenticationPolicy = AuthenticationPolicy()) {
        self.policy = policy
    }

    /// Verifies the signature of a request; nil where it has none of version 4.
    ///
    /// - Parameters:
    ///   - request: the request's head.
    ///   - payloadHash: the last line of the canonical request: a hash in hexadecimal or one of S3's words.
    ///   - path: how the service writes the path.
    ///   - now: the local stack's time.
    /// - Returns: who signed.
    /// - Throws: why the signature is not accepted.
    package func verify(
        _ request: HTTPRequest,
        payloadHash: String,
        path: CanonicalRequest.PathStyle,
        now: Timestamp
    ) throws(SignatureProblem) -> Signer? {
        guard let signature = try SignatureV4(request) else { return nil }
        guard let secret = try policy.secret(of: signature.scope.accessKeyID) else {
            return Self.signer(signature, key: nil)
        }
        try Self.checkTime(of: signature, now: now)
        let key = SigningKey(secret: secret, scope: signature.scope)
        let canonical = CanonicalRequest(request, signature: signature, payloadHash: payloadHash, path: path)
            .text
        let text = Self.stringToSign(signature, canonical)
        guard MessageAuthentication.isEqual(key.sign(text), signature.signature) else {
            throw .mismatch(stringToSign: text, canonicalRequest: canonical)
        }
        return Self.signer(signature, key: key)
    }

    private static func stringToSign(_ signature: SignatureV4, _ canonical: String) -> String {
        let hash = MessageDigest.digest(canonical.utf8, .sha256).hexadecimal
        return "AWS4-HMAC-SHA256\n\(signature.date)\n\(signature.scope.text)\n\(hash)"
    }

    private static func signer(_ signature: SignatureV4, key: SigningKey?) -> Signer {
        Signer(scope: signature.scope, date: signature.date, signature: signature.signature, key: key)
    }

    private static func checkTime(of signature: SignatureV4, now: Timestamp) throws(SignatureProblem) {
        guard let date = Timestamp(basicISO8601: signature.date) else { throw .missingDate }
        guard date - now <= longestSkew else { throw .skewed }
        if let lifetime = signature.lifetimeSeconds {
            guard now <= date + .seconds(lifetime) else { throw .expired }
        } else {
            guard now - date <= longestSkew else { throw .skewed }
        }
    }
}
