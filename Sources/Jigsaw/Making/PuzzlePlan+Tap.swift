package import Imaging

extension PuzzlePlan {
    /// How sheets are encoded unless something else is asked for.
    ///
    /// Pixels must come back exactly, so lossy formats are out. WebP that is coded row by row takes three bytes of memory
    /// for an opaque pixel and a third of the time of libwebp's fastest method or of PNG's (docs/puzzle/README.md).
    package static var sheetEncoding: Encoding {
        var options = Encoding.WebPOptions(quality: 0)
        (options.isLossless, options.isStreamed) = (true, true)
        return .webp(options)
    }

    /// What cuts the puzzle out of a source while a `Renderer` decodes it, beside any renditions.
    ///
    /// Each sheet goes to `deliver` when it is complete, in the format of `encoding`, which cannot be JPEG: that has no
    /// alpha. `progress` is told the share of the picture that is cut, 0…1; what either throws stops the work.
    package func tap(
        encoding: Encoding = sheetEncoding,
        limits: ImageLimits = ImageLimits(),
        progress: @escaping (Double) throws(ImagingError) -> Void = { _ in },
        deliver: @escaping (PuzzleSheet) throws(ImagingError) -> Void
    ) -> RowTap {
        precondition(encoding.format != .jpeg, "pieces are transparent around")
        return RowTap(resize, memoryByteCount: memoryByteCount(encoding)) { rows throws(ImagingError) in
            PuzzleCutter(self, layout: rows.layout) { index, format throws(ImagingError) in
                try encoding.encoder(format, limits: limits) { bytes throws(ImagingError) in
                    try deliver(
                        PuzzleSheet(index: index, bytes: bytes, format: encoding.format, size: format.size)
                    )
                }
            } progress: { share throws(ImagingError) in
                try progress(share)
            }
        }
    }

    /// A band of the picture with its coverages, and of each sheet the rows that wait and what encoding takes.
    func memoryByteCount(_ encoding: Encoding = sheetEncoding) -> Int {
        let bands = PictureBands.bands(of: self)
        let window = bands[0].count * size.width * PictureBands.bytesPerPixel
        return zip(sheets, SheetSchedule(self, bands).rowCounts).reduce(window) { sum, sheet in
            let format = RowFormat(size: sheet.0, layout: .rgba)
            return sum + sheet.1 * format.rowByteCount + encoding.memoryByteCount(for: format)
        }
    }
}
