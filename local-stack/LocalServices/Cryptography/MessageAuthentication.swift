import CCrypto

/// Keyed digests (RFC 2104), by libcrypto's `HMAC`.
package enum MessageAuthentication {
    /// The code of a message under a key.
    package static func code(
        _ message: some Sequence<UInt8>,
        key: some Sequence<UInt8>,
        _ algorithm: MessageDigest.Algorithm
    ) -> [UInt8] {
        let key = Array(key)
        let message = Array(message)
        var count: UInt32 = 0
        var code = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        HMAC(algorithm.implementation, key, Int32(key.count), message, message.count, &code, &count)
        return Array(code[..<Int(count)])
    }

    /// Whether two texts are equal, in a time that does not tell where they differ.
    package static func isEqual(_ left: String, _ right: String) -> Bool {
        let left = Array(left.utf8)
        let right = Array(right.utf8)
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
