/// When rows of the sheets are complete, and how many must be at hand: known before the first pixel.
struct SheetSchedule {
    /// For each band of the picture's rows, and each sheet: the row above which nothing changes after the band.
    private let finished: [[Int]]
    /// The rows of each sheet that are at hand at most.
    let rowCounts: [Int]

    /// The schedule of a puzzle that is cut band by band.
    init(_ plan: PuzzlePlan, _ bands: [Range<Int>]) {
        var rowCounts = [Int](repeating: 1, count: plan.sheets.count)
        var finished: [[Int]] = []
        var before = [Int](repeating: 0, count: plan.sheets.count)
        for band in bands {
            var above = [Int](repeating: .max, count: plan.sheets.count)
            for piece in plan.pieces {
                let (sheet, top, height) = (piece.place.sheet, piece.place.top, piece.box.height)
                let done = min(max(band.upperBound - piece.box.top, 0), height)
                if done < height { above[sheet] = min(above[sheet], top + done) }
                if done > 0 { rowCounts[sheet] = max(rowCounts[sheet], top + done - before[sheet]) }
            }
            for sheet in above.indices where above[sheet] < .max { before[sheet] = above[sheet] }
            finished.append(above)
        }
        (self.finished, self.rowCounts) = (finished, rowCounts)
    }

    /// For each sheet the row above which it is complete after a band; `.max` where it is all of it.
    func finished(byBand band: Int) -> [Int] {
        finished[band]
    }
}
