import LocalHTTP
import LocalStore

/// A request's signature by Signature Version 2 of S3, which boto3 still uses for links by default.
package struct SignatureV2: Sendable, Hashable {
    /// The id of the key that signed.
    let accessKeyID: String
    /// The signature in base64.
    let signature: String
    /// Until when the link is valid; nil where the signature is in the header.
    let expiresAt: Timestamp?
    /// When the request was signed; nil in a link.
    let signedAt: Timestamp?
    /// What stands in the place of the date in the signed text.
    let dateText: String

    /// Reads an `Authorization: AWS id:signature` header.
    init(header: String, _ headers: HTTPHeaders) throws(AuthenticationError) {
        let parts = header.dropFirst("AWS ".count).split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else {
            throw .malformed("AWS authorization header is invalid.  Expected AwsAccessKeyId:signature")
        }
        accessKeyID = String(parts[0])
        signature = String(parts[1])
        expiresAt = nil
        let date = headers["X-Amz-Date"] ?? headers["Date"] ?? ""
        signedAt = Timestamp(httpDate: date) ?? Timestamp(basicISO8601: date)
        guard signedAt != nil else {
            throw .malformed("AWS authentication requires a valid Date or x-amz-date header")
        }
        dateText = headers["X-Amz-Date"] == nil ? headers["Date"] ?? "" : ""
    }

    /// Reads the query of a presigned link.
    init(query: [QueryItem]) throws(AuthenticationError) {
        guard let accessKeyID = query["AWSAccessKeyId"], let signature = query["Signature"],
            let expires = query["Expires"], let seconds = Int(expires), (0...1 << 40).contains(seconds)
        else {
            throw .malformed(
                "Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters"
            )
        }
        self.accessKeyID = accessKeyID
        self.signature = signature
        expiresAt = Timestamp(seconds: seconds)
        signedAt = nil
        dateText = expires
    }

    /// Whether the signature is one that the request should have.
    func isValid(for request: HTTPRequest, bucketOfHost bucket: String?, secret: String) -> Bool {
        let path = (bucket.map { "/" + $0 } ?? "") + request.rawPath
        // A bucket's resource ends with a slash, whether the path has it or not.
        let isBucket = path.utf8.filter { $0 == UInt8(ascii: "/") }.count == 1
        return (isBucket ? [path, path + "/"] : [path]).contains { resource in
            expected(for: request, resource: resource, secret: secret) == signature
        }
    }

    private func expected(for request: HTTPRequest, resource: String, secret: String) -> String {
        let lines =
            [
                request.method, request.headers["Content-MD5"] ?? "", request.headers["Content-Type"] ?? "",
                dateText,
            ]
            + Self.amazonHeaders(of: request)
            + [resource + Self.subresources(request.rawQuery)]
        let code = Digest.sha1.hmac(lines.joined(separator: "\n"), key: Array(secret.utf8))
        return Blob(code).base64
    }

    /// The lines of `x-amz-*` headers; boto3 has those of a link in its query.
    private static func amazonHeaders(of request: HTTPRequest) -> [String] {
        var values: [String: String] = [:]
        for item in request.queryItems ?? [] where item.name.hasPrefix("x-amz-") {
            values[item.name] = item.value ?? ""
        }
        for name in Set(request.headers.fields.map { $0.name.lowercased() }) where name.hasPrefix("x-amz-") {
            values[name] = request.headers.values(name).joined(separator: ",")
        }
        return values.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
    }

    private static func subresources(_ rawQuery: String) -> String {
        let items = (QueryItem.parse(rawQuery) ?? []).filter { signedNames.contains($0.name) }
            .sorted { $0.name < $1.name }
            .map { item in item.value.map { "\(item.name)=\($0)" } ?? item.name }
        return items.isEmpty ? "" : "?" + items.joined(separator: "&")
    }

    private static let signedNames: Set<String> = [
        "accelerate", "acl", "analytics", "cors", "defaultObjectAcl", "delete", "inventory", "lifecycle",
        "location", "logging", "metrics", "notification", "object-lock", "partNumber", "policy",
        "replication", "requestPayment", "restore", "select", "select-type", "storageClass", "tagging",
        "torrent", "uploadId", "uploads", "versionId", "versioning", "versions", "website",
        "response-cache-control", "response-content-disposition", "response-content-encoding",
        "response-content-language", "response-content-type", "response-expires",
    ]
}
