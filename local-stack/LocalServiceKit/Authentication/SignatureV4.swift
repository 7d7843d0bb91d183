import LocalHTTP
import LocalStore

/// A request's signature by AWS Signature Version 4, as the request gives it.
package struct SignatureV4: Sendable, Hashable {
    /// The id of the key that signed.
    let accessKeyID: String
    /// The day of the credential scope, `20260131`.
    let day: String
    /// The region of the credential scope.
    let region: String
    /// The service of the credential scope, such as `s3`.
    let service: String
    /// The names of the headers that the signature covers, in small letters, in order.
    package let signedHeaders: [String]
    /// When the request was signed.
    let signedAt: Timestamp
    /// The signature, 64 hexadecimal digits.
    let signature: String
    /// For how long a link is valid; nil where the signature is in the header.
    package let lifetime: Duration?

    /// The scope in the text that is signed: `20260131/eu-west-1/s3/aws4_request`.
    var scope: String { "\(day)/\(region)/\(service)/aws4_request" }

    /// Reads the `Authorization` header.
    init(header: String, _ headers: HTTPHeaders) throws(AuthenticationError) {
        var fields: [String: String] = [:]
        for part in header.dropFirst("AWS4-HMAC-SHA256".count).split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1).map { $0.drop { $0 == " " } }
            guard pair.count == 2 else { continue }
            fields[String(pair[0])] = String(pair[1])
        }
        for name in ["Credential", "SignedHeaders", "Signature"] where fields[name] == nil {
            throw .malformed(
                "Authorization header requires '\(name)' parameter. Authorization=AWS4-HMAC-SHA256"
            )
        }
        let date =
            headers["X-Amz-Date"].map { Timestamp(basicISO8601: $0) }
            ?? headers["Date"].map { Timestamp(httpDate: $0) }
        guard let signedAt = date ?? nil else {
            throw .malformed(
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header."
            )
        }
        self = try SignatureV4(
            credential: fields["Credential"] ?? "",
            signedHeaders: fields["SignedHeaders"] ?? "",
            signature: fields["Signature"] ?? "",
            signedAt: signedAt,
            lifetime: nil
        )
    }

    /// Reads the query of a presigned link.
    init(query: [QueryItem]) throws(AuthenticationError) {
        guard query["X-Amz-Algorithm"] == "AWS4-HMAC-SHA256",
            let credential = query["X-Amz-Credential"], let signature = query["X-Amz-Signature"],
            let signedHeaders = query["X-Amz-SignedHeaders"],
            let signedAt = query["X-Amz-Date"].flatMap({ Timestamp(basicISO8601: $0) }),
            let seconds = query["X-Amz-Expires"].flatMap({ Int($0) }), (0...604_800).contains(seconds)
        else {
            throw .malformed(
                "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, "
                    + "X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters."
            )
        }
        self = try SignatureV4(
            credential: credential,
            signedHeaders: signedHeaders,
            signature: signature,
            signedAt: signedAt,
            lifetime: .seconds(seconds)
        )
    }

    private init(
        credential: String,
        signedHeaders: String,
        signature: String,
        signedAt: Timestamp,
        lifetime: Duration?
    ) throws(AuthenticationError) {
        // A key id may contain slashes; the four parts of the scope may not.
        let parts = credential.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 5, parts.last == "aws4_request" else {
            throw .malformed("Credential should be scoped with a valid terminator: 'aws4_request'")
        }
        accessKeyID = parts.dropLast(4).joined(separator: "/")
        day = parts[parts.count - 4]
        region = parts[parts.count - 3]
        service = parts[parts.count - 2]
        self.signedHeaders = signedHeaders.split(separator: ";").map(String.init)
        self.signature = signature
        self.signedAt = signedAt
        self.lifetime = lifetime
        guard signedAt.basicISO8601.hasPrefix(day) else {
            throw .malformed(
                "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP"
            )
        }
    }
}
