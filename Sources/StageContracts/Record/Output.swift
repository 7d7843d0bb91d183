/// A file that was made for the request.
package struct Output: Codable, Equatable, Sendable {
    /// The rendition's name.
    package var name: String
    /// Its id, `{requestId}_{name}`.
    package var id: String
    /// Its key in the bucket of processed files.
    package var key: String
    /// A link to it.
    package var url: String?
    /// When the link ends to work.
    package var urlExpiresAt: Timestamp?
    /// Its file format.
    package var format: ImageFormat
    /// Width in pixels.
    package var width: Int
    /// Height in pixels.
    package var height: Int
    /// Size of the file.
    package var bytes: Int
    /// What was done to the original, in the order in which it takes effect; empty for the original itself, nil where it is
    /// not told.
    package var operations: [AppliedOperation]?

    /// An output.
    package init(
        name: String,
        id: String,
        key: String,
        url: String? = nil,
        urlExpiresAt: Timestamp? = nil,
        format: ImageFormat,
        width: Int,
        height: Int,
        bytes: Int,
        operations: [AppliedOperation]? = nil
    ) {
        self.name = name
        self.id = id
        self.key = key
        self.url = url
        self.urlExpiresAt = urlExpiresAt
        self.format = format
        self.width = width
        self.height = height
        self.bytes = bytes
        self.operations = operations
    }
}
