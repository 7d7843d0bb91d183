/// What a signing key is good for: one service in one region on one day.
struct CredentialScope: Sendable, Hashable {
    /// The moment of signing in basic format.
    let timestamp: String
    /// The region.
    let region: String
    /// The service's name in signatures.
    let service: String

    /// Makes the scope of signatures made at `time`.
    init(_ time: WallTime, region: String, service: String) {
        timestamp = time.basicFormat
        self.region = region
        self.service = service
    }

    private var date: String { String(timestamp.prefix(8)) }

    /// The scope's text: `20150830/us-east-1/iam/aws4_request`.
    var text: String { "\(date)/\(region)/\(service)/aws4_request" }

    /// The string to sign (step 3 of AWS's description).
    func stringToSign(_ canonicalRequest: String) -> String {
        "AWS4-HMAC-SHA256\n\(timestamp)\n\(text)\n\(SHA256.digest(of: canonicalRequest.utf8).hexadecimal)"
    }

    /// The signature: four derivations of the key, then the code of the string to sign, in hexadecimal.
    func signature(of stringToSign: String, secretAccessKey: String) -> String {
        var key = Array("AWS4\(secretAccessKey)".utf8)
        for part in [date, region, service, "aws4_request"] {
            key = HMACSHA256.code(of: part.utf8, key: key).bytes
        }
        return HMACSHA256.code(of: stringToSign.utf8, key: key).hexadecimal
    }
}
