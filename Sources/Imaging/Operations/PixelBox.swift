/// A rectangle of whole pixels.
struct PixelBox: Hashable, Sendable {
    /// Columns left of it.
    var left: Int
    /// Rows above it.
    var top: Int
    /// Its own columns and rows.
    var size: PixelSize
}
