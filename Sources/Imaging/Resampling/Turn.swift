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
        sine = sign * Self.series(angle, from: 1)
        cosine = sign * Self.series(angle, from: 0)
    }

    /// Turns further (the theorem of addition).
    mutating func advance(by step: Turn) {
        (sine, cosine) = (
            sine * step.cosine + cosine * step.sine, cosine * step.cosine - sine * step.sine
        )
    }

    /// The power series of the sine (`from` 1) or cosine (`from` 0), exact to the last bits up to a quarter turn.
    private static func series(_ angle: Double, from start: Int) -> Double {
        var term = start == 1 ? angle : 1
        var sum = term
        for order in stride(from: start + 2, through: start + 22, by: 2) {
            term *= -angle * angle / Double(order * (order - 1))
            sum += term
        }
        return sum
    }
}
