/// What becomes of the original after success.
package enum Retention: String, Codable, CaseIterable, Sendable {
    /// It stays where it is.
    case keep
    /// It moves to permanent storage.
    case archive
    /// It is deleted.
    case discard
}
