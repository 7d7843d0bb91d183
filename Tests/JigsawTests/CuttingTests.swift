import Imaging
import Testing

@testable import Jigsaw

@Suite struct `Pieces put back at their places` {
    @Test(arguments: Shape.all)
    func `cover every pixel exactly once`(shape: Shape) throws {
        let cut = try CutPicture(shape.plan())
        let sums = cut.assembled()
        let coverages = (0..<shape.size.pixelCount).map { sums[4 * $0 + 3] }
        #expect(coverages.allSatisfy { $0 == 255 })
    }

    @Test(arguments: Shape.all)
    func `give the picture again`(shape: Shape) throws {
        let cut = try CutPicture(shape.plan())
        let sums = cut.assembled()
        let wrong = (0..<shape.size.pixelCount).filter { pixel in
            (0..<3).contains { sums[4 * pixel + $0] != 255 * Int(cut.source[3 * pixel + $0]) }
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: Shape.all.prefix(4))
    func `keep the opacity of a transparent picture within a level`(shape: Shape) throws {
        let cut = try CutPicture(shape.plan(), layout: .rgba)
        let sums = cut.assembled()
        let wrong = (0..<shape.size.pixelCount).filter {
            abs(sums[4 * $0 + 3] - Int(cut.source[4 * $0 + 3])) > 1
        }
        #expect(wrong.isEmpty)
    }

    @Test func `are gray where the picture is`() throws {
        let cut = try CutPicture(Shape.all[1].plan(), layout: .gray)
        let sums = cut.assembled()
        let size = cut.plan.size
        #expect((0..<size.pixelCount).allSatisfy { sums[4 * $0 + 1] == 255 * Int(cut.source[$0]) })
    }

    @Test func `come from several sheets as from one`() throws {
        let shape = Shape.all[8]
        let plan = try shape.plan(sheetSide: 150)
        #expect(plan.sheets.count > 4)
        let sums = try CutPicture(plan).assembled()
        #expect(sums == (try CutPicture(shape.plan()).assembled()))
    }
}

@Suite struct `A piece` {
    @Test(arguments: Shape.all)
    func `shares its edges alone: a pixel belongs to one piece but for the lines`(shape: Shape) throws {
        let cut = try CutPicture(shape.plan())
        var owners = [Int](repeating: 0, count: shape.size.pixelCount)
        var shared = 0
        for piece in cut.plan.pieces {
            for row in 0..<piece.box.height {
                for column in 0..<piece.box.width {
                    let opacity = cut.opacity(piece, column, row)
                    if opacity == 255 {
                        owners[(piece.box.top + row) * shape.width + piece.box.left + column] += 1
                    }
                    shared += (1..<255).contains(opacity) ? 1 : 0
                }
            }
        }
        #expect(owners.allSatisfy { $0 <= 1 })
        // Lines are as long as the grid's, half as long again for the tabs, and touch two pixels or three.
        let grid = (shape.rows - 1) * shape.width + (shape.columns - 1) * shape.height
        #expect(shared <= grid * 6)
        #expect((shared > 0) == (grid > 0))
    }

    @Test(arguments: Shape.all)
    func `touches every side of its rectangle`(shape: Shape) throws {
        let cut = try CutPicture(shape.plan())
        for piece in cut.plan.pieces {
            let box = piece.box
            let rows = (0..<box.height).filter { row in
                (0..<box.width).contains { cut.opacity(piece, $0, row) > 0 }
            }
            let columns = (0..<box.width).filter { column in
                (0..<box.height).contains { cut.opacity(piece, column, $0) > 0 }
            }
            // A sliver thinner than half a level at the tip of a tab may be lost.
            #expect((rows.first ?? 9) <= 1 && (rows.last ?? 0) >= box.height - 2)
            #expect((columns.first ?? 9) <= 1 && (columns.last ?? 0) >= box.width - 2)
        }
    }

    @Test func `has nothing of its neighbours' colours where it is transparent`() throws {
        let cut = try CutPicture(Shape.all[0].plan())
        for sheet in cut.sheets {
            let hidden = stride(from: 0, to: sheet.count, by: 4).filter { sheet[$0 + 3] == 0 }
            #expect(hidden.allSatisfy { sheet[$0..<$0 + 3].allSatisfy { $0 == 0 } })
        }
    }
}

@Suite struct `The same cut` {
    @Test func `has the same bytes, and another seed's has others`() throws {
        let shape = Shape.all[1]
        var other = shape
        other.seed += 1
        let bytes = try CutPicture(shape.plan()).sheets
        #expect(bytes == (try CutPicture(shape.plan()).sheets))
        #expect(bytes != (try CutPicture(other.plan()).sheets))
    }

    @Test(arguments: [(2_003, 1_201, 1, 1), (1_205, 2_001, 3, 1), (3_001, 407, 1, 3), (2_003, 1_201, 2, 2)])
    func `holds a band of a large piece and not the whole`(
        width: Int,
        height: Int,
        rows: Int,
        columns: Int
    ) throws {
        let size = PixelSize(width: width, height: height)
        let plan = try PuzzlePlan(PuzzleSpecification(rows: rows, columns: columns, seed: 5), source: size)
        let bands = PictureBands.bands(of: plan)
        #expect(bands[0].count * width * PictureBands.bytesPerPixel <= 6 << 20)
        // Only what sticks out of a row of pieces waits for the next one.
        let waiting = SheetSchedule(plan, bands).rowCounts[0]
        #expect(waiting <= bands[0].count + (rows * columns > 1 ? height / rows * 4 / 5 : 0))
        let sums = try CutPicture(plan, layout: .gray).assembled()
        #expect((0..<size.pixelCount).allSatisfy { sums[4 * $0 + 3] == 255 })
    }

    @Test func `is told about row by row`() throws {
        let plan = try Shape.all[0].plan()
        var shares: [Double] = []
        let cutter = PuzzleCutter(plan, layout: .gray) { _, _ in
            RowCollector()
        } progress: {
            shares.append($0)
        }
        let row = [UInt8](repeating: 9, count: plan.size.width)
        for _ in 0..<plan.size.height { try cutter.consume(row.span) }
        #expect(shares.count == 120)
        #expect(shares == shares.sorted())
        #expect(shares.last == 1)
    }
}
