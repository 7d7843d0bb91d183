import FoundationEssentials
import Imaging

extension PuzzleDocument {
    /// The document of a planned puzzle whose sheets get the names that `sheetName` says, by index.
    package init(_ plan: PuzzlePlan, sheetName: (Int) -> String) {
        version = 1
        picture = Size(width: plan.size.width, height: plan.size.height)
        (rows, columns) = (plan.cut.rows, plan.cut.columns)
        (seed, style) = (plan.seed, plan.style)
        sheets = plan.sheets.enumerated().map { index, size in
            Sheet(file: sheetName(index), width: size.width, height: size.height)
        }
        pieces = plan.pieces.map { Piece($0, of: plan) }
    }

    /// The document as JSON text; the same puzzle always gives the same bytes.
    package var json: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        guard let data = try? encoder.encode(self) else {
            preconditionFailure("whole numbers and texts can always be encoded")
        }
        return Array(data)
    }
}

extension PuzzleDocument.Piece {
    fileprivate init(_ piece: PlacedPiece, of plan: PuzzlePlan) {
        let (box, place) = (piece.box, piece.place)
        let outline = plan.cut.outline(row: piece.row, column: piece.column)
        id = piece.row * plan.cut.columns + piece.column
        (row, column, sheet) = (piece.row, piece.column, place.sheet)
        rectangle = .init(x: place.left, y: place.top, width: box.width, height: box.height)
        position = .init(x: box.left, y: box.top)
        sides = outline.sides
        path = PathWriter.path(of: outline)
    }
}
