import Imaging
import Testing

@testable import Jigsaw

@Suite struct `Sheets` {
    @Test(arguments: Shape.all, [340, 600, PuzzleLimits.sheetSide])
    func `hold every piece once, and none upon another`(shape: Shape, sheetSide: Int) throws {
        let plan = try shape.plan(sheetSide: sheetSide)
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
    }

    @Test(arguments: [
        (1_600, 1_067, 25, 40), (4_272, 2_848, 25, 40), (6_000, 4_000, 25, 40), (4_000, 6_000, 100, 50),
        (8_000, 3_000, 1, 1), (8_000, 3_000, 3, 5), (6_000, 4_000, 2, 2), (6_000, 4_000, 9, 9),
        (6_000, 4_000, 50, 100),
        (24_000, 1_000, 1, 1_000), (24_000, 1_000, 1, 7), (1_500, 16_000, 4, 1), (11_000, 2_000, 1, 2),
        (800, 30_000, 1_800, 1),
    ])
    func `are one, whose sides keep to the limit`(width: Int, height: Int, rows: Int, columns: Int) throws {
        let size = PixelSize(width: width, height: height)
        let plan = try PuzzlePlan(PuzzleSpecification(rows: rows, columns: columns), source: size)
        #expect(plan.sheets.count == 1)
        #expect(plan.sheets.allSatisfy { max($0.width, $0.height) <= PuzzleLimits.sheetSide })
        let pieces = plan.pieces.reduce(0) { $0 + $1.box.pixelCount }
        let filled = 100 * pieces / plan.sheets[0].pixelCount
        #expect(filled >= 60, "\(filled) %")
    }

    @Test(arguments: [300, 420, 640])
    func `that one cannot be are about equally full`(side: Int) throws {
        let size = PixelSize(width: 1_600, height: 1_200)
        let plan = try PuzzlePlan(PuzzleSpecification(rows: 15, columns: 20), source: size, sheetSide: side)
        let counts = plan.sheets.map(\.pixelCount)
        #expect(counts.count > 1)
        #expect(try #require(counts.min()) * 2 > (try #require(counts.max())))
    }

    @Test func `need few rows at hand`() throws {
        let size = PixelSize(width: 4_000, height: 3_000)
        let plan = try PuzzlePlan(PuzzleSpecification(rows: 25, columns: 40), source: size)
        let highest = plan.pieces.map(\.box.height).max() ?? 0
        #expect(SheetSchedule(plan, PictureBands.bands(of: plan)).rowCounts.allSatisfy { $0 <= 8 * highest })
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
        #expect(plan.memoryByteCount() < ImageLimits().maximumMemoryByteCount / 2)
    }
}
