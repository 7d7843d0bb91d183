import CCrypto

/// A digest that is computed while bytes arrive; owner of one `EVP_MD_CTX`.
package struct MessageDigest: ~Copyable {
    /// A digest function.
    package enum Algorithm: Sendable {
        case md5
        case sha1
        case sha256

        /// The library's implementation.
        var implementation: OpaquePointer? {
            switch self {
            case .md5: EVP_md5()
            case .sha1: EVP_sha1()
            case .sha256: EVP_sha256()
            }
        }
    }

    private let context: OpaquePointer

    /// A digest of nothing yet.
    package init(_ algorithm: Algorithm) {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, algorithm.implementation, nil) == 1
        else {
            fatalError("libcrypto has no memory or no such digest")
        }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Adds bytes (`EVP_DigestUpdate`).
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The digest of all bytes (`EVP_DigestFinal_ex`); 16, 20 or 32 of them.
    package consuming func finish() -> [UInt8] {
        var count: UInt32 = 0
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        EVP_DigestFinal_ex(context, &digest, &count)
        return Array(digest[..<Int(count)])
    }

    /// The digest of bytes that are all there.
    package static func digest(_ bytes: some Sequence<UInt8>, _ algorithm: Algorithm) -> [UInt8] {
        var digest = MessageDigest(algorithm)
        Array(bytes).withUnsafeBytes { digest.update($0) }
        return digest.finish()
    }
}
