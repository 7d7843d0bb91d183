/// The shape of a stream of rows.
package struct RowFormat: Hashable, Sendable {
    /// Pixels in a row, and rows.
    package var size: PixelSize
    /// What a pixel consists of.
    package var layout: PixelLayout

    /// Rows of the given size and layout.
    package init(size: PixelSize, layout: PixelLayout) {
        self.size = size
        self.layout = layout
    }

    /// Bytes of a row, without padding.
    package var rowByteCount: Int {
        size.width * layout.channelCount
    }

    /// Bytes of all rows.
    package var byteCount: Int {
        rowByteCount * size.height
    }
}
