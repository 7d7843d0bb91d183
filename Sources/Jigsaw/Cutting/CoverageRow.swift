/// What was given of the pixels of one row.
struct CoverageRow {
    let sums: UnsafeMutablePointer<Int32>
    let given: UnsafeMutablePointer<UInt8>

    /// What a piece gets of a pixel that it covers by `coverage` of `CoverageRaster.full`: 0…255.
    mutating func take(_ coverage: Int32, at column: Int) -> UInt8 {
        let sum = sums[column] + coverage
        sums[column] = sum
        let total = UInt8(min(max((sum * 255 + CoverageRaster.full / 2) / CoverageRaster.full, 0), 255))
        // Lines that meet in a pixel may be rounded across each other by a few units: nothing is taken back then.
        guard total > given[column] else { return 0 }
        defer { given[column] = total }
        return total - given[column]
    }
}
