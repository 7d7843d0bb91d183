/// When rows of the sheets are complete, and how many must be at hand: known before the first pixel.
struct SheetSchedule {
    /// For each row of pieces, in each sheet that it touches: the row of the sheet above which nothing changes later.
    private let finished: [[Int: Int]]
    /// The rows of each sheet that are at hand at most.
    let rowCounts: [Int]

    init(_ plan: PuzzlePlan) {
        let rows = plan.cut.rows
        var tops = [[Int: Int]](repeating: [:], count: rows)
        var bottoms = tops
        for piece in plan.pieces {
            let place = piece.place
            tops[piece.row][place.sheet, default: .max] = min(tops[piece.row][place.sheet] ?? .max, place.top)
            let bottom = place.top + piece.box.height
            bottoms[piece.row][place.sheet] = max(bottoms[piece.row][place.sheet] ?? 0, bottom)
        }
        var finished = [[Int: Int]](repeating: [:], count: rows)
        var later: [Int: Int] = [:]
        for row in stride(from: rows - 1, through: 0, by: -1) {
            for sheet in tops[row].keys { finished[row][sheet] = later[sheet] ?? .max }
            later.merge(tops[row], uniquingKeysWith: min)
        }
        self.finished = finished
        var rowCounts = [Int](repeating: 1, count: plan.sheets.count)
        var kept: [Int: Int] = [:]
        for row in 0..<rows {
            for (sheet, bottom) in bottoms[row] {
                rowCounts[sheet] = max(rowCounts[sheet], bottom - (kept[sheet] ?? 0))
            }
            kept.merge(finished[row]) { $1 }
        }
        self.rowCounts = rowCounts
    }

    /// The sheets that a row of pieces touches, in order, each with the row above which it is complete then.
    func finished(byRow row: Int) -> [(sheet: Int, above: Int)] {
        finished[row].sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
}
