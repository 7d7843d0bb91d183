/// An angle as its sine and cosine.
///
/// Worked out with nothing but the four basic operations of IEEE 754, which give the same bits on every machine; a
/// library's sine need not.
struct Turn {
    private(set) var sine: Double
    private(set) var cosine: Double

    /// The angle of `halves` times π, of at most a few turns.
    init(_ halves: Double) {
        let nearest = halves.rounded()
        let sign = Int(nearest) % 2 == 0 ? 1.0 : -1.0
        let angle = (halves - nearest) * .pi
        let square = angle * angle
        var (odd, even) = (1.0, 1.0)
        for index in Self.odd.indices.reversed() {
            odd = 1 - odd * square * Self.odd[index]
            even = 1 - even * square * Self.even[index]
        }
        sine = sign * angle * odd
        cosine = sign * even
    }

    /// The factors from one term of the power series to the next, without the square of the angle: of sine and of cosine.
    ///
    /// Eleven terms are exact to the last bits up to a quarter turn.
    private static let odd = terms(from: 1)
    private static let even = terms(from: 0)

    private static func terms(from start: Int) -> InlineArray<11, Double> {
        InlineArray { index in
            let order = start + 2 * (index + 1)
            return 1 / Double(order * (order - 1))
        }
    }

    /// Turns further (the theorem of addition).
    mutating func advance(by step: Turn) {
        (sine, cosine) = (
            sine * step.cosine + cosine * step.sine, cosine * step.cosine - sine * step.sine
        )
    }
}
