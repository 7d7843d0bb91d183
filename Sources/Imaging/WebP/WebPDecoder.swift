import CWebP

/// Decodes a still WebP with libwebp, which can reduce it on the way.
struct WebPDecoder: RowDecoder, ~Copyable {
    private let reader: WebPReader
    private var nextRow = 0
    let format: RowFormat
    /// libwebp spreads the picture evenly over all columns and rows.
    let pitch: (horizontal: Double, vertical: Double)

    /// Begins to decode what `reader` holds into rows of `size`.
    init(_ reader: WebPReader, size: PixelSize) throws(ImagingError) {
        self.reader = reader
        let (width, height) = (CUnsignedInt(size.width), CUnsignedInt(size.height))
        try reader.check(cwebp_decoder_start(reader.decoder, width, height))
        pitch = (
            Double(reader.size.width) / Double(size.width),
            Double(reader.size.height) / Double(size.height)
        )
        let isOpaque = cwebp_decoder_layout(reader.decoder) == CWEBP_RGB
        format = RowFormat(size: size, layout: isOpaque ? .rgb : .rgba)
    }

    /// The size that a picture of `size` is decoded to at `scale`.
    ///
    /// libwebp makes each sample of a smaller picture the mean of those that it covers. It rounds all halves up or, where its
    /// factor in 2^32 was cut, all of them down. Means of four levels are halves a fourth of the time, and twice as often where
    /// rows are equal, so the picture would become brighter or darker by up to a fourth of a level. A width that does not
    /// divide the picture's avoids that: each column covers other fractions of columns, and halves are rare.
    static func size(of size: PixelSize, at scale: DecodeScale) -> PixelSize {
        var reduced = scale.applied(to: size)
        if scale.denominator > 1, reduced.width * scale.denominator == size.width, reduced.width > 1 {
            reduced.width -= 1
        }
        return reduced
    }

    mutating func readRow(into row: inout MutableSpan<UInt8>) throws(ImagingError) {
        defer { nextRow += 1 }
        guard try reader.finds(nextRow) else {
            for index in row.indices {
                row[index] = format.missingSample
            }
            return
        }
        let source = UnsafeBufferPointer(start: try reader.row(nextRow), count: format.rowByteCount)
        row.withUnsafeMutableBufferPointer { target in
            _ = target.update(from: source)
        }
    }

    /// The last row is there only once libwebp has seen the whole picture: nothing is left to check.
    mutating func finish() {}
}
