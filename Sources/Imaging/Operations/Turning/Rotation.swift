/// A turn by any angle; the picture becomes as large as it must to keep all corners.
package struct Rotation: Hashable, Sendable {
    /// Degrees clockwise.
    package var degrees: Double
    /// What fills the corners.
    package var background: Color

    /// A turn clockwise.
    package init(degrees: Double, background: Color = .clear) {
        (self.degrees, self.background) = (degrees, background)
    }

    /// The same turn without a resampled pixel; nil where the angle is no right one.
    var orientation: Orientation? {
        let quarters = degrees / 90
        guard quarters == quarters.rounded() else { return nil }
        return [.up, .rotate90, .rotate180, .rotate270][((Int(quarters) % 4) + 4) % 4]
    }
}

extension Rotation: OperationStep {
    func size(after size: PixelSize) throws(ImagingError) -> PixelSize {
        RotatedGrid(size, degrees: degrees).size
    }

    func memoryByteCount(for size: PixelSize) -> Int {
        RowFormat(size: size, layout: .rgba).byteCount + 64 * RotatedGrid(size, degrees: degrees).size.width
    }

    func work(on size: PixelSize) -> Int {
        RotatedGrid(size, degrees: degrees).size.pixelCount * PixelWork.rotation
    }

    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        let grid = RotatedGrid(input.size, degrees: degrees)
        let layout = input.layout.extended(for: background)
        let next = try open(RowFormat(size: grid.size, layout: layout))
        return PictureBuffer(input, limits: limits) { picture throws(ImagingError) in
            var rows = RotatedRows(picture, grid, layout: layout, background: background)
            try rows.pump(into: next, limits: limits)
        }
    }
}
