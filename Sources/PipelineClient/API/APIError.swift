/// Why the API did not do what was asked.
package enum APIError: Error, Equatable, Sendable {
    /// Nobody answered at the address, or the answer broke off.
    case unreachable(url: String, reason: String)
    /// What answered is not this API.
    case notThisAPI(url: String, status: Int)
    /// The API refused.
    case refused(APIRefusal)
    /// A file is too large for the API, and its bucket is not known.
    case tooLarge(path: String, byteCount: Int)
    /// A file of this machine cannot be read or written.
    case file(path: String, reason: String)
    /// A link to what was to become a file of this machine was refused: it has expired, or what it leads to is gone.
    case link(path: String, status: Int)
}
