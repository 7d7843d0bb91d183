/// How much each cell draws the eye, summed up so that any rectangle's score is four look-ups.
struct AttentionScores {
    private let stride: Int
    private let sums: [Double]

    /// The scores of `cells` in rows of `columns`.
    init(_ cells: [AttentionCell], columns: Int) {
        stride = columns + 1
        let rows = cells.count / columns
        var sums = [Double](repeating: 0, count: stride * (rows + 1))
        for row in 0..<rows {
            var line = 0.0
            for column in 0..<columns {
                line += Self.score(cells, columns: columns, column, row)
                sums[(row + 1) * stride + column + 1] = sums[row * stride + column + 1] + line
            }
        }
        self.sums = sums
    }

    /// The score of a rectangle: what lies in its middle counts twice.
    func sum(left: Int, top: Int, width: Int, height: Int) -> Double {
        let (across, down) = (width / 6, height / 6)
        return sum(columns: left..<left + width, rows: top..<top + height)
            + sum(columns: left + across..<left + width - across, rows: top + down..<top + height - down)
    }

    private func sum(columns: Range<Int>, rows: Range<Int>) -> Double {
        let (left, right, top, bottom) = (
            columns.lowerBound, columns.upperBound, rows.lowerBound, rows.upperBound
        )
        return sums[bottom * stride + right] - sums[top * stride + right] - sums[bottom * stride + left]
            + sums[top * stride + left]
    }

    private static func score(_ cells: [AttentionCell], columns: Int, _ column: Int, _ row: Int) -> Double {
        let rows = cells.count / columns
        func light(_ x: Int, _ y: Int) -> Double {
            cells[min(max(0, y), rows - 1) * columns + min(max(0, x), columns - 1)].light
        }
        let cell = cells[row * columns + column]
        let around =
            light(column - 1, row) + light(column + 1, row) + light(column, row - 1) + light(column, row + 1)
        let detail = min(1, (4 * cell.light - around).magnitude)
        // In 2^-20 parts, so that sums are exact and equal parts are equal.
        let score = 0.2 * detail + 1.8 * cell.skin * (detail + 0.01) + 0.1 * cell.saturation * (detail + 0.2)
        return (score * 1_048_576).rounded()
    }
}
