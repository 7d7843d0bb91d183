package import Imaging

/// All edges of a puzzle.
package struct PuzzleCut: Sendable {
    /// Rows of pieces.
    package let rows: Int
    /// Columns of pieces.
    package let columns: Int
    /// The size of the picture.
    package let size: PixelSize
    /// The edges above each piece and below the last row, row by row.
    private let rightward: [CutEdge]
    /// The edges left of each piece and right of the last column, row by row.
    private let downward: [CutEdge]

    /// Cuts a picture; the same values always give the same edges.
    ///
    /// The corners of pieces lie on a grid that need not divide the picture: at 256ths of a pixel, as even as possible.
    package init(_ size: PixelSize, rows: Int, columns: Int, seed: Int, style: PuzzleStyle) {
        (self.rows, self.columns, self.size) = (rows, columns, size)
        let unit = CutPoint.unitsPerPixel
        let pieceSide = min(size.width * unit / columns, size.height * unit / rows)
        let drawer = EdgeDrawer(seed: seed, style: style, pieceSide: pieceSide)
        func corner(_ row: Int, _ column: Int) -> CutPoint {
            CutPoint(x: column * size.width * unit / columns, y: row * size.height * unit / rows)
        }
        var rightward: [CutEdge] = []
        for row in 0...rows {
            for column in 0..<columns {
                let ends = (corner(row, column), corner(row, column + 1))
                rightward.append(
                    row == 0 || row == rows
                        ? CutEdge(from: ends.0, to: ends.1)
                        : drawer.edge(from: ends.0, to: ends.1, .rightward, index: rightward.count)
                )
            }
        }
        var downward: [CutEdge] = []
        for row in 0..<rows {
            for column in 0...columns {
                let ends = (corner(row, column), corner(row + 1, column))
                downward.append(
                    column == 0 || column == columns
                        ? CutEdge(from: ends.0, to: ends.1)
                        : drawer.edge(from: ends.0, to: ends.1, .downward, index: downward.count)
                )
            }
        }
        (self.rightward, self.downward) = (rightward, downward)
    }

    /// The outline of the piece in a row and a column, counted from 0.
    package func outline(row: Int, column: Int) -> PieceOutline {
        PieceOutline(
            top: rightward[row * columns + column],
            right: downward[row * (columns + 1) + column + 1],
            bottom: rightward[(row + 1) * columns + column],
            left: downward[row * (columns + 1) + column]
        )
    }

    /// The rectangles of all pieces, row by row.
    var boxes: [PixelBox] {
        (0..<rows * columns).map { outline(row: $0 / columns, column: $0 % columns).box }
    }
}
