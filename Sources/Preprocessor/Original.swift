/// A picture as it came, and its place in the bucket of uploads.
struct Original {
    let bytes: [UInt8]
    /// Where it lies, or will lie, in the bucket of uploads.
    let key: String
    /// The tag that it has there; nil for a picture of the web that is not kept yet.
    let etag: String?
    /// Where it was fetched from, if that was the web.
    let url: String?
}
