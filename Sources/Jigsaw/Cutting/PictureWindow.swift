import Imaging

/// The last rows of a picture, with four bytes a pixel.
struct PictureWindow {
    private let width: Int
    private let layout: PixelLayout
    private let rowCount: Int
    private var pixels: [UInt8]

    /// A window of `rowCount` rows of the given shape.
    init(_ format: RowFormat, rowCount: Int) {
        (width, layout, self.rowCount) = (format.size.width, format.layout, rowCount)
        pixels = [UInt8](repeating: 255, count: width * 4 * rowCount)
    }

    /// Puts a row of the picture in the place of one that is no longer needed.
    mutating func store(_ bytes: Span<UInt8>, row: Int) {
        let start = row % rowCount * width * 4
        bytes.withUnsafeBufferPointer { source in
            pixels.withUnsafeMutableBufferPointer { pixels in
                guard let source = source.baseAddress, let pixels = pixels.baseAddress else { return }
                switch layout {
                case .gray: Self.spread(source, into: pixels + start, count: width)
                case .rgb: Self.widen(source, into: pixels + start, count: width)
                case .rgba: (pixels + start).update(from: source, count: width * 4)
                }
            }
        }
    }

    /// Gives a row to `body`.
    func withRow(_ row: Int, _ body: (UnsafePointer<UInt8>) -> Void) {
        pixels.withUnsafeBufferPointer { pixels in
            guard let base = pixels.baseAddress else { return }
            body(base + row % rowCount * width * 4)
        }
    }

    private static func spread(
        _ source: UnsafePointer<UInt8>,
        into target: UnsafeMutablePointer<UInt8>,
        count: Int
    ) {
        for pixel in 0..<count {
            for channel in 0..<3 {
                target[4 * pixel + channel] = source[pixel]
            }
        }
    }

    /// The fourth byte stays as it is: 255 from the beginning.
    private static func widen(
        _ source: UnsafePointer<UInt8>,
        into target: UnsafeMutablePointer<UInt8>,
        count: Int
    ) {
        for pixel in 0..<count {
            target[4 * pixel] = source[3 * pixel]
            target[4 * pixel + 1] = source[3 * pixel + 1]
            target[4 * pixel + 2] = source[3 * pixel + 2]
        }
    }
}
