/// Draws the edges of one cut: each from its own random numbers, which its place and the seed alone decide.
struct EdgeDrawer {
    /// Whether an edge parts rows or columns.
    enum Direction: UInt64 {
        /// Between two rows: the edge runs to the right, its normal points down.
        case rightward
        /// Between two columns: the edge runs down, its normal points to the right.
        case downward
    }

    let seed: Int
    let style: PuzzleStyle
    /// The shorter side of the smallest piece, in 256ths of a pixel.
    let pieceSide: Int

    /// The edge between two lattice points, the `index`-th of its direction.
    func edge(from start: CutPoint, to end: CutPoint, _ direction: Direction, index: Int) -> CutEdge {
        var random = generator(direction, index)
        let tab: CutEdge.Tab = random.next() >> 63 == 0 ? .forward : .backward
        let length = direction == .rightward ? end.x - start.x : end.y - start.y
        let middle = length / 2 + shift(along: length, &random)
        let measures = style.measures
        let left = (base: draw(measures.neck, &random), head: draw(measures.head, &random))
        let right = (base: draw(measures.neck, &random), head: draw(measures.head, &random))
        let heights = (draw(measures.height, &random), draw(measures.height, &random))
        let dips = (draw(measures.dip, &random), draw(measures.dip, &random))
        let sign = tab == .forward ? 1 : -1
        let corners = [
            (middle - left.base, dips.0, measures.baseTension),
            (middle - left.head, heights.0, measures.headTension),
            (middle + right.head, heights.1, measures.headTension),
            (middle + right.base, dips.1, measures.baseTension),
        ]
        .map { along, across, tension in
            TabCorner(
                place: Self.place(along: along, across: sign * across, from: start, direction),
                tension: tension
            )
        }
        return CutEdge(from: start, corners, to: end, tab: tab)
    }

    private func generator(_ direction: Direction, _ index: Int) -> SplitMix64 {
        // Seeds that follow each other must not share numbers: the place is mixed before the seed is added.
        var place = SplitMix64(seed: UInt64(index) << 1 | direction.rawValue)
        return SplitMix64(seed: place.next() ^ UInt64(bitPattern: Int64(seed)))
    }

    /// How far the tab's middle lies from the edge's: as far as the rhombus allows a head of the largest size.
    private func shift(along length: Int, _ random: inout SplitMix64) -> Int {
        let reach = max(0, length / 4 - pieceSide * TabMeasures.maximumHead / TabMeasures.scale)
        return random.number(in: -reach...reach) * 15 / 16
    }

    /// A measure within `range`, drawn among all 256ths of a pixel.
    private func draw(_ range: ClosedRange<Int>, _ random: inout SplitMix64) -> Int {
        let lower = pieceSide * range.lowerBound / TabMeasures.scale
        let upper = pieceSide * range.upperBound / TabMeasures.scale
        return random.number(in: lower...upper)
    }

    private static func place(
        along: Int,
        across: Int,
        from start: CutPoint,
        _ direction: Direction
    ) -> CutPoint {
        switch direction {
        case .rightward: CutPoint(x: start.x + along, y: start.y + across)
        case .downward: CutPoint(x: start.x + across, y: start.y + along)
        }
    }
}
