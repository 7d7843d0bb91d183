package import StageContracts

/// A link with which anybody can fetch one file until it ends.
package struct SignedLink: Equatable, Sendable {
    /// The link.
    package let url: String
    /// When it ends, as far as that is known to whoever signed it.
    package let expiresAt: Timestamp
}
