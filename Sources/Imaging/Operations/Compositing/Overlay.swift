/// Pixels to lay over a picture.
final class Overlay {
    /// Columns and rows.
    let size: PixelSize
    /// Whether all pixels are grey.
    let isGray: Bool
    private let pixels: [UInt8]

    /// One colour, as far as `coverage` goes, with `opacity` of 0…1.
    init(_ coverage: [UInt8], of size: PixelSize, color: Color, opacity: Double) {
        self.size = size
        isGray = color.isGray
        let share = Self.share(opacity) * Int(color.alpha)
        pixels = coverage.flatMap { coverage in
            [color.red, color.green, color.blue, UInt8((Int(coverage) * share + 127 * 256) / (255 * 256))]
        }
    }

    /// A picture's rows, one after the other, with `opacity` of 0…1.
    init(_ rows: [UInt8], of format: RowFormat, opacity: Double) {
        size = format.size
        isGray = format.layout == .gray
        let share = Int32(Self.share(opacity))
        let (layout, count) = (format.layout, format.size.pixelCount)
        var pixels = [UInt8](repeating: 0, count: 4 * count)
        rows.withUnsafeBufferPointer { rows in
            pixels.withUnsafeMutableBufferPointer { pixels in
                guard let source = rows.baseAddress, let target = pixels.baseAddress else { return }
                for index in 0..<count {
                    var pixel = layout.pixel(at: source + index * layout.channelCount)
                    pixel.w = (pixel.w * share + 128) >> 8
                    PixelLayout.rgba.write(pixel, to: target + 4 * index)
                }
            }
        }
        self.pixels = pixels
    }

    /// Lays a row of the overlay on a row of a picture, from a column on that may lie outside.
    func lay(_ row: Int, on target: UnsafeMutablePointer<UInt8>, _ format: RowFormat, at left: Int) {
        let columns = max(0, -left)..<max(max(0, -left), min(size.width, format.size.width - left))
        pixels.withUnsafeBufferPointer { pixels in
            guard let source = pixels.baseAddress else { return }
            for column in columns {
                let over = PixelLayout.rgba.pixel(at: source + 4 * (row * size.width + column))
                guard over.w > 0 else { continue }
                let place = target + (left + column) * format.layout.channelCount
                format.layout.write(PixelMixing.laid(over, on: format.layout.pixel(at: place)), to: place)
            }
        }
    }

    private static func share(_ opacity: Double) -> Int {
        Int((opacity * 256).rounded())
    }
}
