/// What hostile JSON may cost before it is refused.
package struct JSONLimits: Sendable {
    /// The longest text accepted, in bytes.
    package let maximumByteCount: Int
    /// How many arrays and objects may lie inside each other.
    package let maximumDepth: Int

    /// Limits of a given size.
    package init(maximumByteCount: Int, maximumDepth: Int) {
        self.maximumByteCount = maximumByteCount
        self.maximumDepth = maximumDepth
    }

    /// What a caller's request may use: SNS carries 256 KiB, and the deepest field lies six levels down.
    package static let request = JSONLimits(maximumByteCount: 262_144, maximumDepth: 32)
}
