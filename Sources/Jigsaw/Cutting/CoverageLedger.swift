/// How much of each pixel was given to pieces so far, for the rows of the picture at hand.
///
/// Pieces come one after another and each takes what the rounded sum of all coverages up to its own has over what was
/// given: roundings never add up, and when the last piece has come exactly 255 was given (the cumulative rounding that
/// error diffusion rests on).
struct CoverageLedger {
    private let width: Int
    private let rowCount: Int
    private var sums: [Int32]
    private var given: [UInt8]

    init(width: Int, rowCount: Int) {
        (self.width, self.rowCount) = (width, rowCount)
        sums = [Int32](repeating: 0, count: width * rowCount)
        given = [UInt8](repeating: 0, count: width * rowCount)
    }

    /// Forgets what was given of a row, as another takes its place.
    mutating func clear(row: Int) {
        let start = row % rowCount * width
        sums.withUnsafeMutableBufferPointer { $0[start..<start + width].update(repeating: 0) }
        given.withUnsafeMutableBufferPointer { $0[start..<start + width].update(repeating: 0) }
    }

    /// Gives pixels of a row to a piece: `body` may ask for each column's share once.
    mutating func withRow(_ row: Int, _ body: (inout CoverageRow) -> Void) {
        let start = row % rowCount * width
        sums.withUnsafeMutableBufferPointer { sums in
            given.withUnsafeMutableBufferPointer { given in
                guard let sums = sums.baseAddress, let given = given.baseAddress else { return }
                var row = CoverageRow(sums: sums + start, given: given + start)
                body(&row)
            }
        }
    }
}
