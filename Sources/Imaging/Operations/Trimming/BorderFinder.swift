/// Finds what is not border in a picture.
struct BorderFinder {
    private let picture: PictureBuffer
    private let border: PixelMixing.Pixel
    private let largestDifference: Int32

    /// A finder of pixels that differ from `border` by more than `largestDifference` levels in some channel.
    init(_ picture: PictureBuffer, border: PixelMixing.Pixel, largestDifference: Int32) {
        self.picture = picture
        self.border = Self.visible(border)
        self.largestDifference = largestDifference
    }

    /// The smallest rectangle with all pixels that are not border; nil where there is none.
    var inside: PixelBox? {
        let size = picture.format.size
        guard let top = (0..<size.height).first(where: { first(in: $0) != nil }),
            let bottom = (top..<size.height).last(where: { first(in: $0) != nil })
        else { return nil }
        var (left, right) = (size.width, 0)
        for row in top...bottom {
            left = first(in: row, before: left) ?? left
            right = last(in: row, behind: right) ?? right
        }
        let part = PixelSize(width: right - left + 1, height: bottom - top + 1)
        return PixelBox(left: left, top: top, size: part)
    }

    private func first(in row: Int, before end: Int? = nil) -> Int? {
        (0..<(end ?? picture.format.size.width)).first { isInside($0, row) }
    }

    private func last(in row: Int, behind start: Int) -> Int? {
        (start..<picture.format.size.width).last { isInside($0, row) }
    }

    @inline(__always)
    private func isInside(_ column: Int, _ row: Int) -> Bool {
        let pixel = Self.visible(picture.format.layout.pixel(at: picture.address(column, row)))
        let difference = pixel &- border
        let magnitude = difference.replacing(with: 0 &- difference, where: difference .< 0)
        return magnitude.max() > largestDifference
    }

    /// What is transparent differs by nothing but its opacity.
    @inline(__always)
    private static func visible(_ pixel: PixelMixing.Pixel) -> PixelMixing.Pixel {
        guard pixel.w < 255 else { return pixel }
        var visible = (pixel &* pixel.w &+ 127) / 255
        visible.w = pixel.w
        return visible
    }
}
