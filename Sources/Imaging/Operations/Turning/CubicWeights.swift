/// The four weights of Catmull and Rom's cubic at 256 places between two pixels, in fixed point; they add up to one.
struct CubicWeights {
    /// Fractional bits of a weight.
    static let precision: Int32 = 14
    /// Fractional bits of a sum over both axes.
    static let sumBits = 6 + precision

    private let weights: [SIMD4<Int32>]
    /// The same, one after the other.
    let samples: [Int16]

    init() {
        weights = (0..<256).map { place in
            let t = Double(place) / 256
            let exact: [Double] = [
                ((2 - t) * t - 1) * t / 2, ((3 * t - 5) * t * t + 2) / 2, ((4 - 3 * t) * t + 1) * t / 2,
                (t - 1) * t * t / 2,
            ]
            let one = Int32(1) << Self.precision
            var rounded = SIMD4<Int32>()
            for index in 0..<4 {
                rounded[index] = Int32((exact[index] * Double(one)).rounded())
            }
            rounded[t < 0.5 ? 1 : 2] += one - rounded.wrappedSum()
            return rounded
        }
        samples = weights.flatMap { place in (0..<4).map { Int16(place[$0]) } }
    }

    /// The weights at a place in fixed point.
    subscript(_ place: Int) -> SIMD4<Int32> {
        weights[(place >> (RotatedGrid.fractionBits - 8)) & 255]
    }
}
