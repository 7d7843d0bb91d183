import CCrypto

/// SHA-256 over libcrypto, piece by piece (`EVP_DigestUpdate`).
package struct SHA256: ~Copyable {
    private let context: OpaquePointer

    /// The number of bytes of a digest.
    package static let byteCount = 32

    /// Starts a hash; traps when libcrypto has no memory or no SHA-256.
    package init() {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1 else {
            preconditionFailure("libcrypto cannot start SHA-256")
        }
        self.context = context
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Adds bytes.
    package func update(_ bytes: UnsafeRawBufferPointer) {
        let status = EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
        precondition(status == 1, "libcrypto cannot hash")
    }

    /// Ends the hash.
    package consuming func finish() -> Digest {
        Digest(
            [UInt8](unsafeUninitializedCapacity: Self.byteCount) { buffer, count in
                let status = EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
                precondition(status == 1, "libcrypto cannot finish SHA-256")
                count = Self.byteCount
            }
        )
    }

    /// The digest of bytes at hand.
    package static func digest(of bytes: some Collection<UInt8>) -> Digest {
        let hash = SHA256()
        if bytes.withContiguousStorageIfAvailable({ hash.update(UnsafeRawBufferPointer($0)) }) == nil {
            Array(bytes).withUnsafeBytes { hash.update($0) }
        }
        return hash.finish()
    }

    /// The digest of a file, read in pieces of 256 KiB.
    ///
    /// - Throws: `HTTPError.Kind.fileFailed` when it cannot be read.
    package static func digest(ofFile path: String) throws(HTTPError) -> Digest {
        let file = try OpenFile.reading(path)
        let hash = SHA256()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
        defer { buffer.deallocate() }
        var offset = 0
        while case let count = try file.read(at: offset, into: buffer), count > 0 {
            hash.update(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
            offset += count
        }
        return hash.finish()
    }
}
