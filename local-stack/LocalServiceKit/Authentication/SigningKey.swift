/// The key that Signature Version 4 derives from a secret for one day, region and service.
struct SigningKey: Sendable {
    private let bytes: [UInt8]

    /// The key of that scope.
    init(secret: String, day: String, region: String, service: String) {
        bytes = [day, region, service, "aws4_request"].reduce(Array(("AWS4" + secret).utf8)) { key, part in
            Digest.sha256.hmac(part, key: key)
        }
    }

    /// The signature of a text, 64 hexadecimal digits.
    func sign(_ text: String) -> String { Digest.sha256.hmac(text, key: bytes).hexadecimal }
}
