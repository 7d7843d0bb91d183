import Testing

@testable import StageContracts

@Suite struct `What outputs look like` {
    private static func output(_ width: Int, _ height: Int, _ operations: AppliedOperation?...) -> Output {
        Output(
            name: "a",
            id: "r_a",
            key: "r/a",
            format: .jpeg,
            width: width,
            height: height,
            bytes: 1,
            operations: operations.contains(nil) ? nil : operations.compactMap(\.self)
        )
    }

    private static let half = AppliedOperation.crop(x: 0, y: 0, width: 50, height: 100)
    private static let otherHalf = AppliedOperation.crop(x: 50, y: 0, width: 50, height: 100)
    private static let encode = AppliedOperation.encode(.webp, quality: 80)
    private static let gray = AppliedOperation(.grayscale)

    @Test(arguments: [
        (output(200, 133), output(3840, 2560), true), (output(200, 200), output(200, 133), false),
        (output(1, 1), output(16_383, 16_383), true), (output(8, 8), output(200, 40), false),
        (output(50, 100, half), output(25, 50, half, encode), true),
        (output(50, 100, half), output(50, 100, otherHalf), false), (output(9, 9, gray), output(9, 9), false),
        (output(9, 9, .orient(6, lossless: true), encode), output(9, 9), true),
        (output(9, 9, nil), output(9, 9), true), (output(9, 9, nil), output(9, 9, gray), false),
    ])
    func `sizes and formats of a picture look alike, other pictures do not`(
        first: Output,
        second: Output,
        isAlike: Bool
    ) {
        #expect(Look(of: first).isLike(Look(of: second)) == isAlike)
        #expect(Look(of: second).isLike(Look(of: first)) == isAlike)
    }

    @Test func `the largest of each look has a preview, but no original and no puzzle's sheet`() {
        func named(_ name: String, _ output: Output) -> Output {
            var output = output
            output.name = name
            return output
        }
        let puzzle = CutPuzzle(
            key: "r/puzzle/puzzle.json",
            bytes: 1,
            grid: (2, 2),
            picture: (300, 200),
            seed: 7,
            style: .classic,
            sheets: ["sheet"],
            thumbnail: "thumbnail"
        )
        let outputs = [
            named("original", Self.output(900, 700)), named("small", Self.output(30, 20)),
            named("square", Self.output(9, 9)), named("sheet", Self.output(999, 80)),
            named("large", Self.output(300, 200)), named("also-large", Self.output(300, 200)),
        ]
        #expect(outputs.previewed(with: puzzle).map(\.name) == ["large", "square"])
        #expect(outputs.previewed(with: nil).map(\.name) == ["large", "square", "sheet"])
        #expect([Output]().previewed(with: nil).isEmpty)
    }
}
