import CCrypto

/// Message digests and keyed digests of OpenSSL's libcrypto.
package enum Digest {
    /// RFC 1321, 16 bytes.
    case md5
    /// FIPS 180-4, 20 bytes.
    case sha1
    /// FIPS 180-4, 32 bytes.
    case sha256
    /// FIPS 180-4, 64 bytes.
    case sha512

    /// The digest of the bytes.
    package func of(_ bytes: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        let isDone = EVP_Digest(bytes, bytes.count, &digest, &count, implementation, nil) == 1
        precondition(isDone, "libcrypto computes this digest unless it was built without it")
        return Array(digest.prefix(Int(count)))
    }

    /// The digest of the text's UTF-8 bytes.
    package func of(_ text: String) -> [UInt8] { of(Array(text.utf8)) }

    /// The HMAC (RFC 2104) of the text under the key.
    func hmac(_ text: String, key: [UInt8]) -> [UInt8] {
        let message = Array(text.utf8)
        var code = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
        var count: UInt32 = 0
        let isDone = HMAC(implementation, key, Int32(key.count), message, message.count, &code, &count) != nil
        precondition(isDone, "libcrypto computes this digest unless it was built without it")
        return Array(code.prefix(Int(count)))
    }

    /// libcrypto's description of the algorithm, which lives as long as the process.
    var implementation: OpaquePointer? {
        switch self {
        case .md5: EVP_md5()
        case .sha1: EVP_sha1()
        case .sha256: EVP_sha256()
        case .sha512: EVP_sha512()
        }
    }
}

extension [UInt8] {
    /// The bytes in small hexadecimal digits.
    package var hexadecimal: String {
        String(unsafeUninitializedCapacity: count * 2) { buffer in
            for (index, byte) in self.enumerated() {
                buffer[index * 2] = Self.digits[Int(byte >> 4)]
                buffer[index * 2 + 1] = Self.digits[Int(byte & 15)]
            }
            return count * 2
        }
    }

    private static let digits = Array("0123456789abcdef".utf8)
}
