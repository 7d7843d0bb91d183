import LocalHTTP
import LocalServiceKit

/// A request to S3 with the bucket and the key that it names.
struct S3Request: Sendable {
    /// The id that the answer carries.
    let id: String
    /// The request's head, as it came.
    let head: HTTPRequest
    /// Its headers, with those that a presigned link has in its query.
    let headers: HTTPHeaders
    /// The bucket, from the host's name or the path's first part.
    let bucket: String?
    /// The key, decoded; nil where the request is about the bucket.
    let key: String?
    /// The query, decoded.
    let query: [QueryItem]
    /// Whether the host's name gives the bucket.
    let isVirtualHosted: Bool

    private static let maximumKeyByteCount = 1024

    init(_ head: HTTPRequest) throws(ServiceError) {
        guard head.path != nil, let query = head.queryItems else { throw .invalidURI }
        id = Self.newID()
        self.head = head
        self.query = query
        headers = LinkHeaders.effective(head, query)
        let hostBucket = BucketHost.bucket(in: head.headers["Host"] ?? "")
        isVirtualHosted = hostBucket != nil
        let path = head.rawPath.dropFirst()
        if let hostBucket {
            bucket = hostBucket
            key = path.isEmpty ? nil : PercentEncoding.decode(path)
        } else {
            let parts = path.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
            bucket = parts.first.flatMap { $0.isEmpty ? nil : PercentEncoding.decode($0) }
            key = parts.count == 2 && !parts[1].isEmpty ? PercentEncoding.decode(parts[1]) : nil
        }
        if bucket == nil, key != nil { throw .invalidBucketName("") }
        if let key, key.utf8.count > Self.maximumKeyByteCount { throw .keyTooLong }
    }

    /// An id as S3's requests have it: 16 hexadecimal digits.
    static func newID() -> String {
        let number = UInt64.random(in: 0...UInt64.max)
        return withUnsafeBytes(of: number) { Array($0) }.hexadecimal.uppercased()
    }

    /// The path-style path of what the request is about, for error documents.
    var resource: String { "/" + [bucket, key].compactMap { $0 }.joined(separator: "/") }

    /// The value of a header.
    func header(_ name: String) -> String? { headers[name] }

    /// The value of a query item; empty where it has none.
    func item(_ name: String) -> String? { query[name] }
}

extension S3Request {
    /// The answer that tells the client of an error.
    func answer(to error: ServiceError) -> HTTPResponse {
        var response = HTTPResponse.s3Error(
            error,
            resource: resource,
            isHead: head.method == "HEAD",
            requestID: id
        )
        response.headers.append("x-amz-request-id", id)
        return response
    }
}

extension S3Request {
    /// An answer with the headers that all of them have.
    func finished(_ response: HTTPResponse) -> HTTPResponse {
        var response = response
        response.headers["x-amz-request-id"] = id
        response.headers["x-amz-id-2"] = id
        return response
    }
}
