extension PuzzlePlan {
    /// The pieces of a row.
    package func pieces(inRow row: Int) -> ArraySlice<PlacedPiece> {
        pieces[row * cut.columns..<(row + 1) * cut.columns]
    }

    /// The last row of the picture that a row of pieces needs.
    func lastPictureRow(ofRow row: Int) -> Int {
        pieces(inRow: row).reduce(0) { max($0, $1.box.bottom - 1) }
    }
}
