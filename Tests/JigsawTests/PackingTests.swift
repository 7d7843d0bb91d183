import Imaging
import Testing

@testable import Jigsaw

@Suite struct `Sheets` {
    @Test(arguments: Shape.all, [3_000, 40_000, PuzzleLimits.sheetPixelCount])
    func `hold every piece once, and none upon another`(shape: Shape, sheetPixelCount: Int) throws {
        let plan = try shape.plan(sheetPixelCount: sheetPixelCount)
        var taken = plan.sheets.map { [Bool](repeating: false, count: $0.pixelCount) }
        for piece in plan.pieces {
            let (place, sheet) = (piece.place, plan.sheets[piece.place.sheet])
            #expect(place.left + piece.box.width <= sheet.width)
            #expect(place.top + piece.box.height <= sheet.height)
            for row in place.top..<place.top + piece.box.height {
                for pixel in row * sheet.width + place.left..<row * sheet.width + place.left + piece.box.width
                {
                    #expect(!taken[place.sheet][pixel])
                    taken[place.sheet][pixel] = true
                }
            }
        }
    }

    @Test func `are filled to six sevenths by a thousand pieces`() throws {
        let size = PixelSize(width: 1_600, height: 1_200)
        let plan = try PuzzlePlan(PuzzleSpecification(rows: 25, columns: 40), source: size)
        let pieces = plan.pieces.reduce(0) { $0 + $1.box.pixelCount }
        let sheets = plan.sheets.reduce(0) { $0 + $1.pixelCount }
        #expect(7 * pieces >= 6 * sheets)
        #expect(plan.sheets.count == 2)
    }

    @Test(arguments: [
        (8_000, 3_000, 1, 1), (6_000, 4_000, 50, 100), (24_000, 1_000, 1, 1_000), (1_500, 16_000, 4, 1),
    ])
    func `have no side over the limit`(width: Int, height: Int, rows: Int, columns: Int) throws {
        let size = PixelSize(width: width, height: height)
        let specification = PuzzleSpecification(rows: rows, columns: columns)
        for sheetPixelCount in [PuzzleLimits.sheetPixelCount, .max / 32] {
            let plan = try PuzzlePlan(specification, source: size, sheetPixelCount: sheetPixelCount)
            #expect(plan.sheets.allSatisfy { max($0.width, $0.height) <= PuzzleLimits.sheetSide })
        }
    }

    @Test func `need few rows at hand`() throws {
        let size = PixelSize(width: 4_000, height: 3_000)
        let plan = try PuzzlePlan(PuzzleSpecification(rows: 25, columns: 40), source: size)
        let highest = plan.pieces.map(\.box.height).max() ?? 0
        #expect(SheetSchedule(plan).rowCounts.allSatisfy { $0 <= 12 * highest })
    }

    @Test(arguments: [
        (6_000, 4_000, 1, 1), (6_000, 4_000, 2, 1), (4_000, 6_000, 100, 50), (8_000, 3_000, 1, 40),
    ])
    func `of every puzzle that is allowed fit into the engine's memory`(
        width: Int,
        height: Int,
        rows: Int,
        columns: Int
    ) throws {
        let size = PixelSize(width: width, height: height)
        let plan = try PuzzlePlan(PuzzleSpecification(rows: rows, columns: columns), source: size)
        #expect(plan.memoryByteCount < ImageLimits().maximumMemoryByteCount)
    }
}
