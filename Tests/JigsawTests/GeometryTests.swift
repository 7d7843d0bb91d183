import Imaging
import Testing

@testable import Jigsaw

@Suite struct `The edges of a cut` {
    private func edges(_ shape: Shape) -> [(edge: CutEdge, isDownward: Bool)] {
        let cut = PuzzleCut(
            shape.size,
            rows: shape.rows,
            columns: shape.columns,
            seed: shape.seed,
            style: shape.style
        )
        var edges: [(edge: CutEdge, isDownward: Bool)] = []
        for row in 0..<shape.rows {
            for column in 0..<shape.columns {
                let outline = cut.outline(row: row, column: column)
                edges += [(outline.top, false), (outline.left, true)]
            }
        }
        return edges.filter { $0.edge.tab != .none }
    }

    @Test(arguments: Shape.all)
    func `are shared by neighbours and flat at the border`(shape: Shape) {
        let cut = PuzzleCut(shape.size, rows: shape.rows, columns: shape.columns, seed: 1, style: shape.style)
        for row in 0..<shape.rows {
            for column in 0..<shape.columns {
                let piece = cut.outline(row: row, column: column)
                #expect((piece.top.tab == .none) == (row == 0))
                #expect((piece.left.tab == .none) == (column == 0))
                #expect((piece.bottom.tab == .none) == (row == shape.rows - 1))
                #expect((piece.right.tab == .none) == (column == shape.columns - 1))
                if row > 0 { #expect(cut.outline(row: row - 1, column: column).bottom == piece.top) }
                if column > 0 { #expect(cut.outline(row: row, column: column - 1).right == piece.left) }
            }
        }
    }

    @Test(arguments: Shape.all)
    func `edges of a cut are all different`(shape: Shape) {
        let shapes = edges(shape).map { edge, isDownward in
            edge.curves.flatMap { curve in
                [curve.control1, curve.control2, curve.end].flatMap { point in
                    let (x, y) = (point.x - edge.start.x, point.y - edge.start.y)
                    return isDownward ? [y, x] : [x, y]
                }
            }
        }
        #expect(Set(shapes).count == shapes.count)
    }

    @Test(arguments: Shape.all)
    func `are smooth where their curves meet`(shape: Shape) {
        for (edge, _) in edges(shape) {
            for (one, next) in zip(edge.curves, edge.curves.dropFirst()) {
                #expect(one.end == next.start)
                let before = SIMD2(Double(one.end.x - one.control2.x), Double(one.end.y - one.control2.y))
                let after = SIMD2(
                    Double(next.control1.x - next.start.x),
                    Double(next.control1.y - next.start.y)
                )
                let cosine =
                    (before * after).sum() / ((before * before).sum() * (after * after).sum()).squareRoot()
                #expect(cosine > 0.995)
            }
        }
    }

    @Test(arguments: Shape.all)
    func `keep to the rhombus between their ends and the middles of two pieces, so that none cross`(
        shape: Shape
    ) {
        let width = Double(shape.width * 256) / Double(shape.columns)
        let height = Double(shape.height * 256) / Double(shape.rows)
        for (edge, isDownward) in edges(shape) {
            let (length, depth) = isDownward ? (height, width) : (width, height)
            for point in edge.curves.flatMap({ [$0.control1, $0.control2, $0.end] }).dropLast() {
                let (x, y) = (Double(point.x - edge.start.x), Double(point.y - edge.start.y))
                let (along, across) = isDownward ? (y, x) : (x, y)
                #expect(abs(along - length / 2) / (length / 2) + abs(across) / (depth / 2) <= 1.01)
            }
        }
    }

    @Test func `differ with the seed alone`() {
        let cuts = [1, 2, 1].map { seed in
            PuzzleCut(PixelSize(width: 400, height: 300), rows: 3, columns: 4, seed: seed, style: .classic)
        }
        #expect(cuts[0].outline(row: 1, column: 1) == cuts[2].outline(row: 1, column: 1))
        #expect(cuts[0].outline(row: 1, column: 1) != cuts[1].outline(row: 1, column: 1))
    }

    @Test func `are the same on every machine`() {
        let cut = PuzzleCut(
            PixelSize(width: 401, height: 299),
            rows: 3,
            columns: 4,
            seed: 2026,
            style: .classic
        )
        let paths = (0..<12).map { PathWriter.path(of: cut.outline(row: $0 / 4, column: $0 % 4)) }
        // The hash FNV-1a of all paths, noted when they were first drawn.
        let hash = paths.joined().utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        #expect(hash == 3_356_722_695_225_688_832)
    }
}

@Suite struct `The path of a piece` {
    @Test func `of a single one is the picture's border`() {
        let cut = PuzzleCut(PixelSize(width: 47, height: 31), rows: 1, columns: 1, seed: 1, style: .classic)
        #expect(PathWriter.path(of: cut.outline(row: 0, column: 0)) == "M0 0l47 0l0 31l-47 0l0 -31z")
    }

    @Test func `says tab on one side of an edge and blank on the other`() {
        let cut = PuzzleCut(PixelSize(width: 400, height: 300), rows: 3, columns: 4, seed: 5, style: .classic)
        for row in 0..<3 {
            for column in 0..<3 {
                let (left, right) = (
                    cut.outline(row: row, column: column), cut.outline(row: row, column: column + 1)
                )
                #expect(Set([left.sides.right, right.sides.left]) == [.tab, .blank])
                // A tab makes the rectangle wider than its grid cell on that side.
                #expect((left.sides.right == .tab) == (left.box.right > 100 * (column + 1) + 5))
            }
        }
    }
}
