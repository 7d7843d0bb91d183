/// Where the pixels of a turned picture lie on the picture before, in fixed point of 16 bits.
struct RotatedGrid {
    /// Fractional bits of places.
    static let fractionBits = 16

    private let source: PixelSize
    /// The size of the picture that holds all corners.
    let size: PixelSize
    /// One pixel to the right, on the picture before.
    let columnStep: (x: Int, y: Int)
    /// One pixel down, on the picture before.
    let rowStep: (x: Int, y: Int)
    /// The middle of the first pixel, from the middle of the first pixel before.
    let origin: (x: Int, y: Int)

    /// Whether a turn brings any corner of a picture of `size` more than a thousandth of a pixel away from its place.
    static func moves(_ size: PixelSize, degrees: Double) -> Bool {
        let angle = degrees.remainder(dividingBy: 360) * .pi / 180
        let (width, height) = (Double(size.width), Double(size.height))
        return angle.magnitude * (width * width + height * height).squareRoot() / 2 > 1e-3
    }

    /// The grid of a picture of `source` turned clockwise, or as it is where that moves nothing.
    init(_ source: PixelSize, degrees: Double) {
        self.source = source
        let turn = Turn(Self.moves(source, degrees: degrees) ? degrees / 180 : 0)
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

    /// Where a pixel of the turned picture lies.
    func place(_ column: Int, _ row: Int) -> (x: Int, y: Int) {
        (
            origin.x + row * rowStep.x + column * columnStep.x,
            origin.y + row * rowStep.y + column * columnStep.y
        )
    }

    /// The pixels of a row around which there are four times four of the picture before, and two more beside them.
    func columnsInside(ofRow row: Int) -> Range<Int> {
        columns(ofRow: row, x: 1..<max(1, source.width - 4), y: 1..<max(1, source.height - 2))
    }

    /// The pixels of a row around which there is any of the picture before.
    func columnsTouching(ofRow row: Int) -> Range<Int> {
        columns(ofRow: row, x: -2..<source.width + 1, y: -2..<source.height + 1)
    }

    private func columns(ofRow row: Int, x: Range<Int>, y: Range<Int>) -> Range<Int> {
        let start = place(0, row)
        let across = Self.steps(from: start.x, by: columnStep.x, within: Self.fixed(x))
        let down = Self.steps(from: start.y, by: columnStep.y, within: Self.fixed(y))
        return across.clamped(to: down).clamped(to: 0..<size.width)
    }

    private static func fixed(_ pixels: Range<Int>) -> Range<Int> {
        pixels.lowerBound << fractionBits..<pixels.upperBound << fractionBits
    }

    /// How many steps lead to places of `range`.
    private static func steps(from start: Int, by step: Int, within range: Range<Int>) -> Range<Int> {
        guard step != 0 else { return range.contains(start) ? Int.min..<Int.max : 0..<0 }
        guard step > 0 else {
            return steps(from: -start, by: -step, within: 1 - range.upperBound..<1 - range.lowerBound)
        }
        let first = ceiling(range.lowerBound - start, step)
        return first..<max(first, ceiling(range.upperBound - start, step))
    }

    private static func ceiling(_ dividend: Int, _ divisor: Int) -> Int {
        let quotient = dividend / divisor
        return quotient * divisor < dividend ? quotient + 1 : quotient
    }

    /// Rounded up, unless a side is longer by less than can be seen.
    private static func side(_ length: Double) -> Int {
        max(1, Int((length - 1e-3).rounded(.up)))
    }

    private static func fixed(_ value: Double) -> Int {
        Int((value * Double(1 << fractionBits)).rounded())
    }
}
