/// Where the pixels of a turned picture lie on the picture before, in fixed point of 16 bits.
struct RotatedGrid {
    /// Fractional bits of places.
    static let fractionBits = 16

    /// The size of the picture that holds all corners.
    let size: PixelSize
    /// One pixel to the right, on the picture before.
    let columnStep: (x: Int, y: Int)
    /// One pixel down, on the picture before.
    let rowStep: (x: Int, y: Int)
    /// The middle of the first pixel, from the middle of the first pixel before.
    let origin: (x: Int, y: Int)

    /// The grid of a picture of `source` turned clockwise.
    init(_ source: PixelSize, degrees: Double) {
        let turn = Turn(degrees / 180)
        let (sine, cosine) = (turn.sine, turn.cosine)
        let (width, height) = (Double(source.width), Double(source.height))
        size = PixelSize(
            width: Self.side(width * cosine.magnitude + height * sine.magnitude),
            height: Self.side(width * sine.magnitude + height * cosine.magnitude)
        )
        let (across, down) = (Double(size.width - 1) / 2, Double(size.height - 1) / 2)
        columnStep = (Self.fixed(cosine), Self.fixed(-sine))
        rowStep = (Self.fixed(sine), Self.fixed(cosine))
        origin = (
            Self.fixed((width - 1) / 2 - cosine * across - sine * down),
            Self.fixed((height - 1) / 2 + sine * across - cosine * down)
        )
    }

    /// Rounded up, unless a side is longer by less than can be seen.
    private static func side(_ length: Double) -> Int {
        max(1, Int((length - 1e-3).rounded(.up)))
    }

    private static func fixed(_ value: Double) -> Int {
        Int((value * Double(1 << fractionBits)).rounded())
    }
}
