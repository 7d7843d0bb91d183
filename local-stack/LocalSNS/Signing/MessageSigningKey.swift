import CIdentity

/// An RSA key that signs notifications.
struct MessageSigningKey: ~Copyable {
    private let key: OpaquePointer

    /// Reads a key's PEM text; nil where it is none.
    init?(pem: String) {
        guard let key = cidentity_key_read(pem) else { return nil }
        self.key = key
    }

    deinit {
        cidentity_key_free(key)
    }

    /// The signature of the bytes by RSASSA-PKCS1-v1_5 with SHA-1 (version 1) or SHA-256 (version 2); nil where libcrypto fails.
    borrowing func sign(_ bytes: [UInt8], version: Int) -> [UInt8]? {
        var signature = [UInt8](repeating: 0, count: cidentity_key_signature_size(key))
        var count = 0
        guard cidentity_key_sign(key, version == 2 ? 1 : 0, bytes, bytes.count, &signature, &count) == 1
        else {
            return nil
        }
        return Array(signature.prefix(count))
    }
}
