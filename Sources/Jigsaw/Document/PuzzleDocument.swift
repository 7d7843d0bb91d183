/// A puzzle as whoever plays it needs it: what `puzzle.json` holds.
package struct PuzzleDocument: Codable, Hashable, Sendable {
    /// The version of this shape; docs/puzzle/puzzle.schema.json describes it.
    package let version: Int
    /// The picture.
    package let picture: Size
    /// Rows of pieces.
    package let rows: Int
    /// Columns of pieces.
    package let columns: Int
    /// What the cut was drawn from.
    package let seed: Int
    /// How tabs are drawn.
    package let style: PuzzleStyle
    /// The sheets with the pieces.
    package let sheets: [Sheet]
    /// The pieces, row by row.
    package let pieces: [Piece]

    /// A size in pixels.
    package struct Size: Codable, Hashable, Sendable {
        /// Pixels in a row.
        package let width: Int
        /// Rows.
        package let height: Int
    }

    /// A file with pieces on a transparent ground.
    package struct Sheet: Codable, Hashable, Sendable {
        /// Its name, relative to this document.
        package let file: String
        /// Pixels in a row.
        package let width: Int
        /// Rows.
        package let height: Int
    }

    /// A rectangle in a sheet.
    package struct Rectangle: Codable, Hashable, Sendable {
        /// The first column.
        package let x: Int
        /// The first row.
        package let y: Int
        /// Columns.
        package let width: Int
        /// Rows.
        package let height: Int
    }

    /// A place in the picture.
    package struct Position: Codable, Hashable, Sendable {
        /// The column of the rectangle's upper left corner.
        package let x: Int
        /// Its row.
        package let y: Int
    }

    /// A piece.
    package struct Piece: Codable, Hashable, Sendable {
        /// Its number, row by row from 0.
        package let id: Int
        /// Its row, from 0.
        package let row: Int
        /// Its column, from 0.
        package let column: Int
        /// The index of its sheet.
        package let sheet: Int
        /// Its rectangle in the sheet, with the tabs.
        package let rectangle: Rectangle
        /// Where that rectangle lies in the picture.
        package let position: Position
        /// What its sides look like.
        package let sides: PieceSides
        /// Its outline in the picture, as an SVG path.
        package let path: String
    }
}
