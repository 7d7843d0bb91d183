package import Imaging

/// A puzzle that can be cut: where every edge runs and where in which sheet every piece will lie.
package struct PuzzlePlan: Sendable {
    /// The size of the picture.
    package let size: PixelSize
    /// How the picture is made of its source.
    package let resize: Resize
    /// What the cut was drawn from.
    package let seed: Int
    /// How tabs are drawn.
    package let style: PuzzleStyle
    /// The edges.
    package let cut: PuzzleCut
    /// The pieces, row by row.
    package let pieces: [PlacedPiece]
    /// The sizes of the sheets.
    package let sheets: [PixelSize]

    /// Plans the puzzle, for a source of that size; a side of a sheet has `sheetSide` pixels at most.
    ///
    /// - Throws: Everything that is wrong with the specification.
    package init(
        _ specification: PuzzleSpecification,
        source: PixelSize,
        sheetSide: Int = PuzzleLimits.sheetSide
    ) throws(InvalidPuzzle) {
        try specification.check(for: source)
        // The check refuses every other name.
        style = PuzzleStyle(rawValue: specification.style) ?? .classic
        let (rows, columns) = (specification.rows, specification.columns)
        size = specification.pictureSize(of: source)
        resize = specification.resize
        seed = specification.seed
        let cut = PuzzleCut(size, rows: rows, columns: columns, seed: seed, style: style)
        self.cut = cut
        let boxes = cut.boxes
        let packing = SheetPacking.best(of: boxes, columns: columns, side: sheetSide)
        sheets = packing.sheets
        pieces = zip(boxes, packing.places).enumerated().map { index, piece in
            PlacedPiece(row: index / columns, column: index % columns, box: piece.0, place: piece.1)
        }
    }
}
