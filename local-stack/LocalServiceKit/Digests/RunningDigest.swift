import CCrypto

/// A message digest that is computed while the bytes arrive; owner of one `EVP_MD_CTX`.
package struct RunningDigest: ~Copyable {
    private let context: OpaquePointer

    /// The digest of no bytes yet.
    package init(_ digest: Digest) {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, digest.implementation, nil) == 1
        else {
            preconditionFailure("libcrypto computes this digest unless it was built without it")
        }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Adds further bytes.
    package mutating func update(_ bytes: UnsafeRawBufferPointer) {
        EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
    }

    /// The digest of all bytes: 16 to 64 of them.
    package consuming func finish() -> [UInt8] {
        var count: UInt32 = 0
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        EVP_DigestFinal_ex(context, &digest, &count)
        return Array(digest[..<Int(count)])
    }
}
