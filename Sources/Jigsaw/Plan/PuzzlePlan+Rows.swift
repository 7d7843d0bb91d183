extension PuzzlePlan {
    /// The pieces of a row.
    package func pieces(inRow row: Int) -> ArraySlice<PlacedPiece> {
        pieces[row * cut.columns..<(row + 1) * cut.columns]
    }

    /// The rows of the picture that a row of pieces touches.
    func pictureRows(ofRow row: Int) -> Range<Int> {
        let boxes = pieces(inRow: row).map(\.box)
        // A row of pieces has one at least.
        let top = boxes.map(\.top).min() ?? 0
        return top..<(boxes.map(\.bottom).max() ?? top)
    }
}
