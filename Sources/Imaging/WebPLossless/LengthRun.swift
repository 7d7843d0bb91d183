/// A step of the description of a prefix code: the length of one symbol, or of a run of symbols.
struct LengthRun {
    /// A length, or 16 (the last one that was not zero again), 17 or 18 (zeros).
    let symbol: Int
    /// How much longer than its shortest a run is.
    var extra = 0
    /// Bits of that.
    var extraCount = 0

    /// The order in which the lengths of these symbols are told.
    static let order = [17, 18, 0, 1, 2, 3, 4, 5, 16, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]

    /// The steps that tell `lengths`.
    static func runs(of lengths: [Int]) -> [LengthRun] {
        var runs: [LengthRun] = []
        var rest = lengths[...]
        while let length = rest.first {
            let count = rest.prefix { $0 == length }.count
            rest.removeFirst(count)
            if length == 0 {
                addZeros(count, to: &runs)
            } else {
                runs.append(LengthRun(symbol: length))
                addRepeats(of: length, count - 1, to: &runs)
            }
        }
        return runs
    }

    private static func addZeros(_ count: Int, to runs: inout [LengthRun]) {
        var count = count
        while count >= 3 {
            let part = min(count, 138)
            runs.append(
                part > 10
                    ? LengthRun(symbol: 18, extra: part - 11, extraCount: 7)
                    : LengthRun(symbol: 17, extra: part - 3, extraCount: 3)
            )
            count -= part
        }
        runs += (0..<count).map { _ in LengthRun(symbol: 0) }
    }

    private static func addRepeats(of length: Int, _ count: Int, to runs: inout [LengthRun]) {
        var count = count
        while count >= 3 {
            let part = min(count, 6)
            runs.append(LengthRun(symbol: 16, extra: part - 3, extraCount: 2))
            count -= part
        }
        runs += (0..<count).map { _ in LengthRun(symbol: length) }
    }
}
