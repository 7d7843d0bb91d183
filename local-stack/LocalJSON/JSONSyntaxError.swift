/// Why bytes are no JSON (RFC 8259).
public struct JSONSyntaxError: Error, Hashable {
    /// The byte at which reading stopped, from 0.
    public let offset: Int
    /// What was wrong there.
    public let reason: String

    /// An error at a byte.
    public init(offset: Int, reason: String) {
        (self.offset, self.reason) = (offset, reason)
    }
}
