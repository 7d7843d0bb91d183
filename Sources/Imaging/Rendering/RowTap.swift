/// A picture of a source whose rows go to a consumer of the caller's instead of a file.
package struct RowTap {
    /// Begins to take rows of the given shape, in sRGB.
    package typealias Opener = (RowFormat) throws(ImagingError) -> any RowConsumer

    /// The size; a fit that leaves a background cannot be asked for.
    let resize: Resize
    /// Bytes that the consumer holds at once, at most.
    let memoryByteCount: Int
    /// Begins to take rows.
    let open: Opener

    /// A picture of the given size, upright, in the layout of its source.
    ///
    /// Its pixels are those of the PNG of that size, unless a larger one is made in the same pass.
    package init(_ resize: Resize, memoryByteCount: Int, open: @escaping Opener) {
        precondition(resize.fit != .contain, "rows have no background")
        (self.resize, self.memoryByteCount, self.open) = (resize, memoryByteCount, open)
    }
}
