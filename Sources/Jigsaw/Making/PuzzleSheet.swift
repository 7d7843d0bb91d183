package import Imaging

/// A finished sheet.
package struct PuzzleSheet: Hashable, Sendable {
    /// Which one, from 0.
    package let index: Int
    /// The file.
    package let bytes: [UInt8]
    /// Its format.
    package let format: ImageFormat
    /// Its size.
    package let size: PixelSize
}
