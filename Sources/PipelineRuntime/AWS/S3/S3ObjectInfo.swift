/// What S3 says about an object.
package struct S3ObjectInfo: Sendable, Hashable {
    /// The number of bytes.
    package let byteCount: Int
    /// The media type that was given when it was stored.
    package let contentType: String?
    /// The tag that changes with the content, with its quotes.
    package let etag: String
    /// When it was stored.
    let lastModified: WallTime?
    /// The owner's own fields (`x-amz-meta-…`), by name in small letters.
    package let metadata: [String: String]

    /// Makes a description.
    package init(
        byteCount: Int,
        contentType: String? = nil,
        etag: String = "",
        lastModified: WallTime? = nil,
        metadata: [String: String] = [:]
    ) {
        self.byteCount = byteCount
        self.contentType = contentType
        self.etag = etag
        self.lastModified = lastModified
        self.metadata = metadata
    }

    /// Reads the header section of S3's answer.
    init(_ headers: HTTPHeaders) {
        let prefix = "x-amz-meta-"
        let fields = headers.map { (name: $0.name.lowercased(), value: $0.value) }.filter {
            $0.name.hasPrefix(prefix)
        }
        self.init(
            byteCount: headers["Content-Length"].flatMap { Int($0) } ?? 0,
            contentType: headers["Content-Type"],
            etag: headers["ETag"] ?? "",
            lastModified: headers["Last-Modified"].flatMap(WallTime.init(httpDate:)),
            metadata: Dictionary(
                fields.map { (String($0.name.dropFirst(prefix.count)), $0.value) },
                uniquingKeysWith: { "\($0),\($1)" }
            )
        )
    }
}
