/// Copies the pixels of one row of a piece from the picture to a sheet.
struct PieceRow {
    /// Changes of coverage from column to column.
    let changes: UnsafeBufferPointer<Int32>
    /// The picture, from the piece's first column.
    let source: UnsafePointer<UInt8>
    /// The sheet, from the piece's first column; transparent.
    let target: UnsafeMutablePointer<UInt8>

    /// Copies `count` pixels that begin at the picture's column `left`.
    func copy(count: Int, left: Int, _ coverages: inout CoverageRow) {
        var coverage: Int32 = 0
        var column = 0
        while column < count {
            coverage += changes[column]
            if coverage != 0 {
                put(column, coverages.take(coverage, at: left + column))
            }
            column += 1
        }
    }

    private func put(_ column: Int, _ opacity: UInt8) {
        guard opacity > 0 else { return }
        let byte = 4 * column
        (target + byte).update(from: source + byte, count: 4)
        let alpha = source[byte + 3]
        // The product's rest cannot be a half: shares of two pieces add up to the source's own opacity.
        target[byte + 3] = opacity == 255 ? alpha : UInt8((Int(alpha) * Int(opacity) + 127) / 255)
    }
}
