/// A rectangle of whole pixels.
package struct PixelBox: Hashable, Sendable {
    /// Columns left of it.
    package var left: Int
    /// Rows above it.
    package var top: Int
    /// Its own columns and rows.
    package var size: PixelSize
}
