/// A finished rendition.
package struct RenderedImage: Hashable, Sendable {
    /// The file.
    package let bytes: [UInt8]
    /// Its format.
    package let format: ImageFormat
    /// Its size; the rows are stored upright.
    package let size: PixelSize
}
