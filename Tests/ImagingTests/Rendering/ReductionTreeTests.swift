import Testing

@testable import Imaging

@Suite struct ReductionTreeTests {
    private static let size = PixelSize(width: 4_000, height: 3_000)

    private func grid(_ width: Int, from left: Double = 0, of length: Double = 4_000) -> PlaneGrid {
        let pitch = length / Double(width)
        return PlaneGrid(
            layout: .rgb,
            columns: GridAxis(origin: left, pitch: pitch, count: width),
            rows: GridAxis(origin: 0, pitch: pitch, count: Int(3_000 / pitch))
        )
    }

    private func tree(_ targets: [(PlaneGrid, ResampleFilter)]) -> ReductionTree {
        ReductionTree(
            decoded: [grid(4_000)],
            within: GridExtent(nil, of: Self.size),
            targets.map { ReductionTree.Target(planes: [$0.0], filter: $0.1) }
        )
    }

    /// The widths on the way from the decoder to a rendition.
    private func path(to rendition: Int, _ node: ReductionNode) -> [Int]? {
        let width = node.planes[0].columns.count
        if node.renditions.contains(rendition) { return [width] }
        return node.children.lazy.compactMap { path(to: rendition, $0) }.first.map { [width] + $0 }
    }

    @Test func `each rendition is reduced from the next larger one that has twice its pixels`() {
        let tree = tree([200, 400, 800, 1_600, 3_200].map { (grid($0), .lanczos3) })
        #expect(path(to: 4, tree.root) == [4_000, 3_200])
        #expect(path(to: 0, tree.root) == [4_000, 3_200, 1_600, 800, 400, 200])
    }

    @Test func `one that is too near is reduced from the source`() {
        let tree = tree([(grid(1_600), .lanczos3), (grid(1_000), .lanczos3)])
        #expect(path(to: 1, tree.root) == [4_000, 1_000])
        #expect(path(to: 0, tree.root) == [4_000, 1_600])
    }

    @Test func `one that has twice its pixels but for what whole ones leave serves, too`() {
        let tree = tree([(grid(3_000), .lanczos3), (grid(1_501), .lanczos3)])
        #expect(path(to: 1, tree.root) == [4_000, 3_000, 1_501])
    }

    @Test func `one of all pixels is the source itself`() {
        let tree = tree([(grid(4_000), .lanczos3), (grid(1_000), .lanczos3), (grid(4_000), .nearest)])
        #expect(tree.root.renditions == [0, 2])
        #expect(path(to: 1, tree.root) == [4_000, 1_000])
    }

    @Test func `a far one is halved on the way`() {
        #expect(path(to: 0, tree([(grid(300), .lanczos3)]).root) == [4_000, 300])
        #expect(path(to: 0, tree([(grid(100), .lanczos3)]).root) == [4_000, 2_000, 1_000, 100])
    }

    @Test func `equal ones share their pixels, whatever becomes of them`() {
        let tree = tree([(grid(800), .lanczos3), (grid(800), .lanczos3)])
        #expect(tree.root.all.filter { !$0.renditions.isEmpty }.map(\.renditions) == [[0, 1]])
    }

    @Test func `nearest takes the source's own pixels, and other filters do not mix`() {
        let tree = tree([(grid(3_000), .lanczos3), (grid(500), .nearest), (grid(600), .mitchell)])
        #expect(path(to: 1, tree.root) == [4_000, 500])
        #expect(path(to: 2, tree.root) == [4_000, 600])
    }

    @Test func `a cut serves another only with the pixels that its filter reaches for`() {
        let cut = grid(1_500, from: 500, of: 3_000)
        let tree = tree([
            (cut, .lanczos3), (grid(700), .lanczos3), (grid(200, from: 1_000, of: 1_000), .lanczos3),
        ])
        #expect(path(to: 1, tree.root)?.contains(1_500) == false)
        #expect(path(to: 2, tree.root)?.contains(1_500) == true)
    }
}
