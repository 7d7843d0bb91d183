package import Imaging

extension PuzzlePlan {
    /// How sheets are encoded unless something else is asked for.
    ///
    /// Pixels must come back exactly, so lossy formats are out. libwebp's lossless method 0 was measured with PNG of all
    /// levels and filters: as fast as the fastest of them (60 ns a pixel), and 40 % smaller.
    package static var sheetEncoding: Encoding {
        var options = Encoding.WebPOptions(quality: 0)
        options.isLossless = true
        options.method = 0
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
        let resize = Resize(width: size.width, height: size.height, fit: .cover)
        return RowTap(resize, memoryByteCount: memoryByteCount) { rows throws(ImagingError) in
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

    /// The windows of picture and ledger, those of the sheets, and what encoding takes: the last two for the sheet that
    /// ends and the one that begins.
    var memoryByteCount: Int {
        let row = pieces.reduce(0) { max($0, $1.box.height) } * 3 / 2
        let window = min(row, size.height) * size.width * 9
        let sheet = zip(sheets, SheetSchedule(self).rowCounts).reduce(0) { most, sheet in
            max(most, sheet.1 * sheet.0.width * 4 + sheet.0.pixelCount * 21)
        }
        return window + sheet * min(sheets.count, 2)
    }
}
