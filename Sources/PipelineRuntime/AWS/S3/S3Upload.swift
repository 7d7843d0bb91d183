/// An object to be stored.
package struct S3Upload: Sendable, Hashable {
    /// Where it is stored.
    package var location: S3Location
    /// Its content.
    package var body: HTTPRequestBody
    /// Its media type.
    package var contentType: String
    /// The owner's own fields: names and values in ASCII.
    package var metadata: [String: String]

    /// Makes an upload.
    package init(
        to location: S3Location,
        _ body: HTTPRequestBody,
        contentType: String,
        metadata: [String: String] = [:]
    ) {
        self.location = location
        self.body = body
        self.contentType = contentType
        self.metadata = metadata
    }

    /// The header fields that say all this, the checksum apart.
    var headers: HTTPHeaders {
        var headers: HTTPHeaders = ["Content-Type": contentType]
        for (name, value) in metadata.sorted(by: { $0.key < $1.key }) {
            headers.add("x-amz-meta-\(name)", value)
        }
        return headers
    }
}
