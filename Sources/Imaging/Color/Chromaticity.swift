/// A colour without its brightness (CIE 1931).
struct Chromaticity: Equatable {
    /// The share of red.
    let x: Double
    /// The share of green.
    let y: Double

    init(_ x: Double, _ y: Double) {
        (self.x, self.y) = (x, y)
    }
}

extension Chromaticity {
    /// Daylight, the white of displays.
    static let d65 = Chromaticity(0.3127, 0.3290)
}
