/// The length of a run as a symbol and some bits (WebP Lossless Bitstream Specification, section 5.2.2).
struct RunLength {
    /// The symbol, 0…23.
    let symbol: Int
    /// How much longer than the symbol's shortest the run is.
    let extra: Int
    /// Bits of that.
    let extraCount: Int

    /// A run of 1…4,096 pixels.
    init(_ length: Int) {
        let value = length - 1
        guard value >= 4 else {
            (symbol, extra, extraCount) = (value, 0, 0)
            return
        }
        let highest = Int.bitWidth - 1 - value.leadingZeroBitCount
        symbol = 2 * highest + (value >> (highest - 1) & 1)
        extraCount = highest - 1
        extra = value & ((1 << extraCount) - 1)
    }

    /// Gives the runs to `body` that make up one of any length.
    static func forEachPart(of count: Int, _ body: (RunLength) -> Void) {
        var count = count
        while count > 0 {
            body(RunLength(min(count, 4_096)))
            count -= 4_096
        }
    }
}
