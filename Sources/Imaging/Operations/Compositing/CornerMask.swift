/// How much of each pixel a picture with round corners keeps.
struct CornerMask {
    private let size: PixelSize
    private let radius: Double

    /// The mask of a picture of `size` with circles of `radius` pixels.
    init(_ size: PixelSize, radius: Double) {
        (self.size, self.radius) = (size, radius)
    }

    /// The shares in 256ths of the pixels from the left edge on, as far as the circle goes; the right edge is alike.
    ///
    /// A column that is its own mirror image is left out: the circle does not touch it.
    func shares(ofRow row: Int) -> [Int32] {
        let fromEdge = Double(min(row, size.height - 1 - row)) + 0.5
        guard fromEdge < radius else { return [] }
        return (0..<min(size.width / 2, Int(radius.rounded(.up)))).map { column in
            let (across, down) = (max(0, radius - Double(column) - 0.5), radius - fromEdge)
            // A square root is exact in IEEE 754, the same on every machine.
            let distance = (across * across + down * down).squareRoot()
            return Int32((min(max(0, radius - distance + 0.5), 1) * 256).rounded())
        }
    }
}
