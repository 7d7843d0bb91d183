/// What a line of text covers, in 64ths of a pixel from the start of its baseline, to the right and up.
struct TextBox {
    /// The left edge.
    let left: Int
    /// The upper edge.
    let top: Int
    /// From the left edge to the right one.
    let width: Int
    /// From the upper edge to the lower one.
    let height: Int

    /// The pixels that hold it.
    var area: PixelSize {
        PixelSize(width: max(1, (width + 63) / 64), height: max(1, (height + 63) / 64))
    }
}
