package import Imaging

/// Cuts a puzzle out of the rows of its picture, some rows at a time.
///
/// A piece gets the picture's own colours and its coverage as opacity, not premultiplied. The coverages of a pixel add
/// up to 255 over all pieces: pieces added up at their places give the picture again. What is held at once is a band of the
/// picture, whatever the size of the pieces, and the rows of a sheet that wait for a piece beside them.
package final class PuzzleCutter: RowConsumer {
    /// Begins a sheet: the consumer of its rows of RGBA.
    package typealias SheetOpener = (_ sheet: Int, RowFormat) throws(ImagingError) -> any RowConsumer

    private let plan: PuzzlePlan
    private let bands: [Range<Int>]
    private let schedule: SheetSchedule
    /// The rows of the picture that each row of pieces touches.
    private let extents: [Range<Int>]
    private let openSheet: SheetOpener
    private let progress: (Double) throws(ImagingError) -> Void
    private var window: PictureWindow
    private var ledger: CoverageLedger
    private var raster = CoverageRaster()
    private var sheets: [Int: SheetWindow] = [:]
    private var pictureRowCount = 0
    private var cutBandCount = 0

    /// A cutter of `plan` that takes rows of `layout` and tells `progress` the share that has come, 0…1, after each.
    package init(
        _ plan: PuzzlePlan,
        layout: PixelLayout,
        openSheet: @escaping SheetOpener,
        progress: @escaping (Double) throws(ImagingError) -> Void = { _ in }
    ) {
        (self.plan, self.openSheet, self.progress) = (plan, openSheet, progress)
        bands = PictureBands.bands(of: plan)
        schedule = SheetSchedule(plan, bands)
        extents = (0..<plan.cut.rows).map(plan.pictureRows)
        let rowCount = bands[0].count
        window = PictureWindow(RowFormat(size: plan.size, layout: layout), rowCount: rowCount)
        ledger = CoverageLedger(width: plan.size.width, rowCount: rowCount)
    }

    package func consume(_ row: Span<UInt8>) throws(ImagingError) {
        window.store(row, row: pictureRowCount)
        ledger.clear(row: pictureRowCount)
        pictureRowCount += 1
        if pictureRowCount == bands[cutBandCount].upperBound { try cutBand() }
        try progress(Double(pictureRowCount) / Double(plan.size.height))
    }

    package func finish() throws(ImagingError) {}

    /// Gives the rows that have come to the pieces, in the pieces' order, and what is complete then to the encoders.
    private func cutBand() throws(ImagingError) {
        let band = bands[cutBandCount]
        for row in extents.indices where extents[row].overlaps(band) {
            for piece in plan.pieces(inRow: row) { try cut(piece, in: band) }
        }
        for (sheet, above) in schedule.finished(byBand: cutBandCount).enumerated() {
            try sheets[sheet]?.finishRows(above: above)
            if above == .max { sheets[sheet] = nil }
        }
        cutBandCount += 1
    }

    private func cut(_ piece: PlacedPiece, in band: Range<Int>) throws(ImagingError) {
        let rows = piece.box.rows.clamped(to: band)
        guard !rows.isEmpty else { return }
        let sheet = try sheet(piece.place.sheet)
        raster.draw(plan.cut.outline(row: piece.row, column: piece.column), in: piece.box.part(rows))
        for row in rows {
            copy(row, rows.lowerBound, of: piece, to: sheet)
        }
    }

    private func sheet(_ index: Int) throws(ImagingError) -> SheetWindow {
        if let sheet = sheets[index] { return sheet }
        let size = plan.sheets[index]
        let encoder = try openSheet(index, RowFormat(size: size, layout: .rgba))
        let sheet = SheetWindow(size, rowCount: schedule.rowCounts[index], encoder: encoder)
        sheets[index] = sheet
        return sheet
    }

    private func copy(_ row: Int, _ firstDrawn: Int, of piece: PlacedPiece, to sheet: SheetWindow) {
        sheet.withRow(piece.place.top + row - piece.box.top) { target in
            window.withRow(row) { source in
                ledger.withRow(row) { coverages in
                    raster.withChanges(inRow: row - firstDrawn) { changes in
                        PieceRow(
                            changes: changes,
                            source: source + 4 * piece.box.left,
                            target: target + 4 * piece.place.left
                        )
                        .copy(count: piece.box.width, left: piece.box.left, &coverages)
                    }
                }
            }
        }
    }
}
