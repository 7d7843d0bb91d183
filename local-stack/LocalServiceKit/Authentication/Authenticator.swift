package import LocalHTTP
package import LocalStore
import Synchronization

/// Verifies the signatures of requests, to the last byte, as in the cloud.
///
/// Two kinds of keys are known, and both have the secret `test`: the built-in key `test`, and ids of twelve digits, which act
/// for the account of that number. What came over the network must be signed by one of them.
package final class Authenticator: Sendable {
    /// The id of the key that everybody has, and the secret of every key.
    static let builtInKey = "test"

    private static let tolerance = Duration.seconds(15 * 60)

    private let clock: any WallClock
    /// The keys of the scopes seen last; deriving one takes four HMACs.
    private let signingKeys = Mutex<[String: SigningKey]>([:])

    /// An authenticator that goes by that clock.
    package init(clock: any WallClock) {
        self.clock = clock
    }

    /// Verifies the request's signature.
    ///
    /// - Parameters:
    ///   - request: the request; only its head is looked at.
    ///   - authorization: what it says about its signature.
    ///   - origin: where it comes from.
    ///   - payloadHash: what stands for the body in the signed text: its SHA-256 digest in hexadecimal, or the value of
    ///     `x-amz-content-sha256` where that says that the body is not signed, or signed in chunks.
    ///   - bucketOfHost: the bucket where the host's name gives it, for S3's Signature Version 2.
    /// - Throws: why the request is not accepted.
    package func verify(
        _ request: HTTPRequest,
        _ authorization: Authorization,
        from origin: RequestOrigin,
        payloadHash: @autoclosure () -> String,
        bucketOfHost: String? = nil
    ) throws(AuthenticationError) {
        guard Self.looksAt(authorization, from: origin) else { return }
        guard let keyID = authorization.accessKeyID else { throw .unsigned }
        guard Self.knows(keyID) else { throw .unknownKey(keyID) }
        switch authorization {
        case .anonymous: return
        case .version4(let signature):
            try requireValidTime(signature)
            try requireCompleteHeaders(request, signature)
            let canonical = CanonicalRequest(request, signature, payloadHash: payloadHash())
            let digest = Digest.sha256.of(canonical.text).hexadecimal
            let text =
                "AWS4-HMAC-SHA256\n\(signature.signedAt.basicISO8601)\n\(signature.scope)\n\(digest)"
            guard signingKey(signature).sign(text) == signature.signature else { throw .signatureMismatch }
        case .version2(let signature):
            if let expiresAt = signature.expiresAt, clock.now >= expiresAt {
                throw .linkExpired(at: expiresAt)
            }
            if let signedAt = signature.signedAt { try requireRecent(signedAt) }
            guard signature.isValid(for: request, bucketOfHost: bucketOfHost, secret: Self.builtInKey)
            else { throw .signatureMismatch }
        }
    }

    /// What verifies the chunks of a body whose request has been verified; nil for unknown keys.
    package func chunkSigner(_ authorization: Authorization) -> ChunkSigner? {
        guard case .version4(let signature) = authorization, Self.knows(signature.accessKeyID) else {
            return nil
        }
        return ChunkSigner(key: signingKey(signature), signature)
    }

    private static func looksAt(_ authorization: Authorization, from origin: RequestOrigin) -> Bool {
        origin == .network || authorization.accessKeyID == builtInKey
    }

    private static func knows(_ keyID: String) -> Bool {
        keyID == builtInKey || Location.isAccount(keyID)
    }

    private func requireValidTime(_ signature: SignatureV4) throws(AuthenticationError) {
        let now = clock.now
        if let lifetime = signature.lifetime {
            let signedAt = clock.moment(ofCallers: signature.signedAt)
            let end = signedAt + lifetime
            if now >= end { throw .linkExpired(at: end) }
            guard signedAt > now + Self.tolerance else { return }
            throw .timeTooSkewed(signedAt: signedAt, now: now)
        }
        try requireRecent(signature.signedAt)
    }

    private func requireRecent(_ signedAt: Timestamp) throws(AuthenticationError) {
        let now = clock.callersNow
        guard (now - Self.tolerance...now + Self.tolerance).contains(signedAt) else {
            throw .timeTooSkewed(signedAt: signedAt, now: now)
        }
    }

    /// The host and every `x-amz-*` header must be covered.
    private func requireCompleteHeaders(
        _ request: HTTPRequest,
        _ signature: SignatureV4
    ) throws(AuthenticationError) {
        let missing = request.headers.fields.map { $0.name.lowercased() }.filter { name in
            (name == "host" || name.hasPrefix("x-amz-")) && !signature.signedHeaders.contains(name)
        }
        // The query of a link may carry the digest's header, which SDKs add without signing it.
        let unsigned = missing.filter { signature.lifetime == nil || $0 != "x-amz-content-sha256" }
        guard unsigned.isEmpty else { throw .headersNotSigned(unsigned) }
    }

    private func signingKey(_ signature: SignatureV4) -> SigningKey {
        signingKeys.withLock { keys in
            if let key = keys[signature.scope] { return key }
            if keys.count >= 64 { keys.removeAll() }
            let key = SigningKey(
                secret: Self.builtInKey,
                day: signature.day,
                region: signature.region,
                service: signature.service
            )
            keys[signature.scope] = key
            return key
        }
    }
}

extension Authenticator {
    /// What stands for a body in memory in the signed text; throws where the body is not the one that was signed.
    ///
    /// A digest that the client sent must be that of the body; without one the digest is computed.
    func payloadHash(
        of request: HTTPRequest,
        _ authorization: Authorization,
        from origin: RequestOrigin
    ) throws(AuthenticationError) -> String {
        guard Self.looksAt(authorization, from: origin), case .bytes(let body) = request.body else {
            return ""
        }
        let digest = Digest.sha256.of(body).hexadecimal
        guard let sent = request.headers["X-Amz-Content-SHA256"] else { return digest }
        guard sent == digest || sent == "UNSIGNED-PAYLOAD" else { throw .payloadMismatch }
        return sent
    }
}
