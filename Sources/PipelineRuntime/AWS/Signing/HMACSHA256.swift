import CCrypto

/// HMAC with SHA-256 (RFC 2104) over libcrypto.
package enum HMACSHA256 {
    /// The authentication code of `message` under `key` (`HMAC`).
    package static func code(of message: some Sequence<UInt8>, key: [UInt8]) -> Digest {
        let message = Array(message)
        let bytes = [UInt8](unsafeUninitializedCapacity: SHA256.byteCount) { buffer, count in
            let result = HMAC(
                EVP_sha256(),
                key,
                CInt(key.count),
                message,
                message.count,
                buffer.baseAddress,
                nil
            )
            precondition(result != nil, "libcrypto cannot compute HMAC-SHA-256")
            count = SHA256.byteCount
        }
        return Digest(bytes)
    }
}
