import Imaging
import Testing

@testable import Jigsaw

/// A puzzle of a table of examples: odd sizes, single rows and columns, grids that do not divide the picture.
struct Shape: CustomTestStringConvertible, Sendable {
    let width: Int
    let height: Int
    let rows: Int
    let columns: Int
    var style = PuzzleStyle.classic
    var seed = 7

    static let all = [
        Shape(width: 160, height: 120, rows: 3, columns: 4),
        Shape(width: 161, height: 97, rows: 3, columns: 5),
        Shape(width: 97, height: 211, rows: 7, columns: 3, style: .rounded),
        Shape(width: 203, height: 101, rows: 5, columns: 9, style: .angular),
        Shape(width: 47, height: 31, rows: 1, columns: 1),
        Shape(width: 301, height: 33, rows: 1, columns: 11),
        Shape(width: 35, height: 257, rows: 9, columns: 1, style: .rounded),
        Shape(width: 331, height: 17, rows: 1, columns: 3, style: .angular),
        Shape(width: 321, height: 243, rows: 15, columns: 20),
        Shape(width: 16, height: 16, rows: 1, columns: 1),
        Shape(width: 401, height: 203, rows: 2, columns: 2, seed: 99),
    ]

    var size: PixelSize { PixelSize(width: width, height: height) }

    var testDescription: String { "\(width)×\(height) in \(rows)×\(columns), \(style.rawValue)" }

    var specification: PuzzleSpecification {
        PuzzleSpecification(
            rows: rows,
            columns: columns,
            width: width,
            height: height,
            seed: seed,
            style: style.rawValue
        )
    }

    func plan(sheetSide: Int = PuzzleLimits.sheetSide) throws -> PuzzlePlan {
        try PuzzlePlan(specification, source: size, sheetSide: sheetSide)
    }
}
