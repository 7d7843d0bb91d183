/// Why bytes are no JSON (RFC 8259).
struct JSONParseError: Error, Equatable {
    /// The byte at which reading stopped, from 0.
    let offset: Int
    /// What was wrong there.
    let reason: String
}
