/// An object with its content in memory.
package struct S3Object: Sendable, Hashable {
    /// The content.
    package let bytes: [UInt8]
    /// What S3 says about it.
    package let info: S3ObjectInfo

    /// Makes an object.
    package init(bytes: [UInt8], info: S3ObjectInfo) {
        self.bytes = bytes
        self.info = info
    }

    /// The media type that was given when it was stored.
    package var contentType: String? { info.contentType }
    /// The tag that changes with the content, with its quotes.
    package var etag: String { info.etag }
    /// The owner's own fields, by name in small letters.
    package var metadata: [String: String] { info.metadata }
}
