import Imaging
import Testing

@testable import Jigsaw

@Suite struct `A puzzle that is asked for` {
    private let source = PixelSize(width: 800, height: 600)

    struct Bad: Sendable {
        let specification: PuzzleSpecification
        let problems: [PuzzleProblem.Code]

        init(_ specification: PuzzleSpecification, _ problems: PuzzleProblem.Code...) {
            (self.specification, self.problems) = (specification, problems)
        }
    }

    @Test(arguments: [
        Bad(PuzzleSpecification(rows: 0, columns: 4), .belowOne),
        Bad(PuzzleSpecification(rows: -3, columns: .min), .belowOne, .belowOne),
        Bad(PuzzleSpecification(rows: 3, columns: 4, style: "jagged"), .unknownStyle),
        Bad(PuzzleSpecification(rows: 3, columns: 51), .piecesTooSmall),
        Bad(PuzzleSpecification(rows: 38, columns: 51), .piecesTooSmall, .piecesTooSmall),
        Bad(PuzzleSpecification(rows: 3, columns: 4, width: 801), .largerThanSource, .largerThanSource),
        Bad(PuzzleSpecification(rows: 3, columns: 4, width: 801, height: 600), .largerThanSource),
        Bad(PuzzleSpecification(rows: 3, columns: 4, width: 0), .belowOne),
        Bad(PuzzleSpecification(rows: 3, columns: 4, width: -1, height: 0), .belowOne, .belowOne),
        Bad(PuzzleSpecification(rows: .max, columns: .max), .tooManyPieces, .piecesTooSmall, .piecesTooSmall),
        Bad(
            PuzzleSpecification(rows: 0, columns: 5_001, width: .max, style: ""),
            .belowOne,
            .tooManyPieces,
            .largerThanSource,
            .largerThanSource,
            .tooManyPixels,
            .piecesTooLarge,
            .unknownStyle
        ),
    ])
    func `tells everything that is wrong with it at once`(bad: Bad) {
        #expect(bad.specification.problems(for: source).map(\.code) == bad.problems)
        #expect(throws: InvalidPuzzle.self) { try PuzzlePlan(bad.specification, source: source) }
    }

    @Test func `has no more than twenty-four megapixels`() {
        let large = PixelSize(width: 6_001, height: 4_000)
        let codes = PuzzleSpecification(rows: 10, columns: 10).problems(for: large).map(\.code)
        #expect(codes == [.tooManyPixels])
        #expect(PuzzleSpecification(rows: 10, columns: 10, width: 6_000).problems(for: large).isEmpty)
    }

    @Test func `has no piece that a sheet cannot hold`() {
        let codes = PuzzleSpecification(rows: 1, columns: 1).problems(
            for: PixelSize(width: 9_000, height: 100)
        )
        #expect(codes.map(\.code) == [.piecesTooLarge])
    }

    @Test(
        arguments: [
            (PuzzleSpecification(rows: 1, columns: 1), [.columns]),
            (PuzzleSpecification(rows: 1, columns: 1, width: 8_900), [.width]),
            (PuzzleSpecification(rows: 1, columns: 1, height: 99), [.columns]),
            (PuzzleSpecification(rows: 1, columns: 2), []),
        ] as [(PuzzleSpecification, [PuzzleProblem.Member])]
    )
    func `is refused for large pieces at what was asked for`(
        specification: PuzzleSpecification,
        members: [PuzzleProblem.Member]
    ) {
        let wide = PixelSize(width: 9_000, height: 100)
        let high = PixelSize(width: 100, height: 9_000)
        #expect(specification.problems(for: wide).map(\.member) == members)
        let turned = PuzzleSpecification(
            rows: specification.columns,
            columns: specification.rows,
            width: specification.height,
            height: specification.width
        )
        let opposite = members.map { $0 == .columns ? PuzzleProblem.Member.rows : .height }
        #expect(turned.problems(for: high).map(\.member) == opposite)
    }

    @Test(arguments: [(11_000, 2_000, 1, 2, true), (16_380, 1_000, 1, 2, false), (8_192, 900, 1, 1, true)])
    func `is refused for the size of its pieces only where no sheet can hold them`(
        width: Int,
        height: Int,
        rows: Int,
        columns: Int,
        isRight: Bool
    ) {
        let size = PixelSize(width: width, height: height)
        let codes = PuzzleSpecification(rows: rows, columns: columns).problems(for: size).map(\.code)
        #expect(codes == (isRight ? [] : [.piecesTooLarge]))
    }

    @Test(arguments: [(5_000, 1, 16, 80_000), (1, 5_000, 80_000, 16), (50, 100, 1_600, 800)])
    func `may have five thousand pieces of sixteen pixels`(
        rows: Int,
        columns: Int,
        width: Int,
        height: Int
    ) throws {
        let size = PixelSize(width: width, height: height)
        let plan = try PuzzlePlan(PuzzleSpecification(rows: rows, columns: columns), source: size)
        #expect(plan.pieces.count == 5_000)
        let codes = PuzzleSpecification(rows: rows + 1, columns: columns).problems(for: size).map(\.code)
        #expect(codes.contains(.tooManyPieces))
    }

    @Test func `has the engine's size for every width`() throws {
        for source in [PixelSize(width: 801, height: 599), PixelSize(width: 640, height: 481)] {
            for side in 1...source.height {
                let wide = PuzzleSpecification(rows: 1, columns: 1, width: side)
                #expect(wide.pictureSize(of: source) == (try Resize(width: side).size(of: source)))
                let high = PuzzleSpecification(rows: 1, columns: 1, height: side)
                #expect(high.pictureSize(of: source) == (try Resize(height: side).size(of: source)))
            }
        }
    }

    @Test(arguments: [(nil, nil, 800, 600), (400, nil, 400, 300), (nil, 151, 201, 151), (300, 300, 300, 300)])
    func `keeps the source's shape where one side is given`(
        width: Int?,
        height: Int?,
        expectedWidth: Int,
        expectedHeight: Int
    ) {
        let specification = PuzzleSpecification(rows: 1, columns: 1, width: width, height: height)
        let expected = PixelSize(width: expectedWidth, height: expectedHeight)
        #expect(specification.pictureSize(of: source) == expected)
    }
}
