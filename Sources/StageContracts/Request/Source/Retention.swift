/// What becomes of the original after success; after a failure it stays, so that it can be asked for again.
package enum Retention: String, Codable, CaseIterable, Sendable {
    /// It stays where it is.
    case keep
    /// It moves to permanent storage, out of reach of the expiry of uploads.
    case archive
    /// It is deleted, and so is the normalised copy.
    case discard
}
