/// What the four sides of a piece look like.
package struct PieceSides: Codable, Hashable, Sendable {
    /// The upper side.
    package let top: PieceSide
    /// The right side.
    package let right: PieceSide
    /// The lower side.
    package let bottom: PieceSide
    /// The left side.
    package let left: PieceSide
}
