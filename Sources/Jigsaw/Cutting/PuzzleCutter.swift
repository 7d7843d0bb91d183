package import Imaging

/// Cuts a puzzle out of the rows of its picture, one row of pieces at a time.
///
/// A piece gets the picture's own colours and its coverage as opacity, not premultiplied. The coverages of a pixel add
/// up to 255 over all pieces: pieces added up at their places give the picture again. What is held at once follows the
/// height of two or three rows of pieces, not that of the picture.
package final class PuzzleCutter: RowConsumer {
    /// Begins a sheet: the consumer of its rows of RGBA.
    package typealias SheetOpener = (_ sheet: Int, RowFormat) throws(ImagingError) -> any RowConsumer

    private let plan: PuzzlePlan
    private let schedule: SheetSchedule
    private let lastPictureRows: [Int]
    private let openSheet: SheetOpener
    private let progress: (Double) throws(ImagingError) -> Void
    private var window: PictureWindow
    private var ledger: CoverageLedger
    private var raster = CoverageRaster()
    private var sheets: [Int: SheetWindow] = [:]
    private var pictureRowCount = 0
    private var cutRowCount = 0

    /// A cutter of `plan` that takes rows of `layout` and tells `progress` the share that is cut, 0…1, after each.
    package init(
        _ plan: PuzzlePlan,
        layout: PixelLayout,
        openSheet: @escaping SheetOpener,
        progress: @escaping (Double) throws(ImagingError) -> Void = { _ in }
    ) {
        (self.plan, self.openSheet, self.progress) = (plan, openSheet, progress)
        schedule = SheetSchedule(plan)
        lastPictureRows = (0..<plan.cut.rows).map(plan.lastPictureRow)
        let rowCount = Self.windowRowCount(plan)
        window = PictureWindow(RowFormat(size: plan.size, layout: layout), rowCount: rowCount)
        ledger = CoverageLedger(width: plan.size.width, rowCount: rowCount)
    }

    /// The rows of the picture between the top of the highest and the bottom of the lowest piece of a row of pieces.
    private static func windowRowCount(_ plan: PuzzlePlan) -> Int {
        var count = 1
        for row in 0..<plan.cut.rows {
            let boxes = plan.pieces(inRow: row).map(\.box)
            let top = boxes.map(\.top).min() ?? 0
            count = max(count, (boxes.map(\.bottom).max() ?? top) - top)
        }
        return count
    }

    package func consume(_ row: Span<UInt8>) throws(ImagingError) {
        window.store(row, row: pictureRowCount)
        ledger.clear(row: pictureRowCount)
        pictureRowCount += 1
        while cutRowCount < plan.cut.rows, lastPictureRows[cutRowCount] < pictureRowCount {
            try cutRow()
        }
        try progress(Double(pictureRowCount) / Double(plan.size.height))
    }

    package func finish() throws(ImagingError) {}

    private func cutRow() throws(ImagingError) {
        for piece in plan.pieces(inRow: cutRowCount) {
            let sheet = try sheet(piece.place.sheet)
            raster.draw(plan.cut.outline(row: piece.row, column: piece.column), in: piece.box)
            for row in 0..<piece.box.height {
                copy(row, of: piece, to: sheet)
            }
        }
        for (sheet, above) in schedule.finished(byRow: cutRowCount) {
            try sheets[sheet]?.finishRows(above: above)
            if above == .max { sheets[sheet] = nil }
        }
        cutRowCount += 1
    }

    private func sheet(_ index: Int) throws(ImagingError) -> SheetWindow {
        if let sheet = sheets[index] { return sheet }
        let size = plan.sheets[index]
        let encoder = try openSheet(index, RowFormat(size: size, layout: .rgba))
        let sheet = SheetWindow(size, rowCount: schedule.rowCounts[index], encoder: encoder)
        sheets[index] = sheet
        return sheet
    }

    private func copy(_ row: Int, of piece: PlacedPiece, to sheet: SheetWindow) {
        let pictureRow = piece.box.top + row
        sheet.withRow(piece.place.top + row) { target in
            window.withRow(pictureRow) { source in
                ledger.withRow(pictureRow) { coverages in
                    raster.withChanges(inRow: row) { changes in
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
