/// What a request carries; its length is always known, so nothing is sent chunked.
package enum HTTPRequestBody: Sendable, Hashable {
    /// No body and no `Content-Length`.
    case none
    /// The bytes themselves; an empty array sends `Content-Length: 0`.
    case bytes([UInt8])
    /// The whole file at that path, read while it is sent.
    case file(path: String)
}
