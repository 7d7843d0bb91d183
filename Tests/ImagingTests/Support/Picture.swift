import Glibc

@testable import Imaging

/// All pixels of a picture, to make files of and to compare.
struct Picture: Hashable, RowProducer {
    let format: RowFormat
    private(set) var pixels: [UInt8]
    private var nextRow = 0

    init(_ format: RowFormat, _ pixels: [UInt8]) {
        self.format = format
        self.pixels = pixels
    }

    /// A picture whose pixel at (x, y) has the given channels.
    init(_ width: Int, _ height: Int, _ layout: PixelLayout, _ pixel: (Int, Int) -> [UInt8]) {
        let size = PixelSize(width: width, height: height)
        let pixels = (0..<height).flatMap { y in (0..<width).flatMap { x in pixel(x, y) } }
        self.init(RowFormat(size: size, layout: layout), pixels)
    }

    /// A picture in which no pixel is like another and no turn looks like another.
    static func marker(_ width: Int, _ height: Int, _ layout: PixelLayout = .rgb) -> Picture {
        Picture(width, height, layout) { x, y in
            let pixel = [x * 9 + 3, y * 11 + 5, x * y + x, 255 - x - y]
            return pixel.prefix(layout.channelCount).map { UInt8(truncatingIfNeeded: $0) }
        }
    }

    /// A picture of one colour.
    static func flat(_ width: Int, _ height: Int, _ pixel: [UInt8]) -> Picture {
        Picture(width, height, PixelLayout(rawValue: pixel.count) ?? .rgb) { _, _ in pixel }
    }

    /// The channels at (x, y).
    subscript(x: Int, y: Int) -> [UInt8] {
        let channels = format.layout.channelCount
        let start = (y * format.size.width + x) * channels
        return Array(pixels[start..<start + channels])
    }

    /// The picture that is `self` after it was brought upright, worked out pixel by pixel.
    func upright(by orientation: Orientation) -> Picture {
        let (width, height) = (format.size.width, format.size.height)
        let size = orientation.applied(to: format.size)
        return Picture(size.width, size.height, format.layout) { x, y in
            switch orientation {
            case .up: self[x, y]
            case .mirrorHorizontally: self[width - 1 - x, y]
            case .rotate180: self[width - 1 - x, height - 1 - y]
            case .mirrorVertically: self[x, height - 1 - y]
            case .transpose: self[y, x]
            case .rotate90: self[y, height - 1 - x]
            case .transverse: self[width - 1 - y, height - 1 - x]
            case .rotate270: self[width - 1 - y, x]
            }
        }
    }

    mutating func readRow(into row: inout MutableSpan<UInt8>) {
        let start = nextRow * format.rowByteCount
        for index in row.indices {
            row[index] = pixels[start + index]
        }
        nextRow += 1
    }

    mutating func finish() {}
}

extension Picture {
    /// The picture as a file.
    func encoded(as encoding: Encoding) throws(ImagingError) -> [UInt8] {
        var rows = self
        return try rows.encode(as: encoding)
    }

    /// The largest difference of a sample.
    func maximumDifference(_ other: Picture) -> Int {
        guard format == other.format else { return .max }
        return zip(pixels, other.pixels).map { abs(Int($0) - Int($1)) }.max() ?? 0
    }

    /// Peak signal to noise in decibels; infinite for equal pictures, 0 for other shapes.
    func psnr(_ other: Picture) -> Double {
        guard format == other.format else { return 0 }
        let sum = zip(pixels, other.pixels).reduce(0.0) { $0 + pow(Double($1.0) - Double($1.1), 2) }
        return sum == 0 ? .infinity : 10 * log10(255 * 255 * Double(pixels.count) / sum)
    }

    /// The mean difference of the samples.
    func meanDifference(_ other: Picture) -> Double {
        let sum = zip(pixels, other.pixels).reduce(0) { $0 + Int($1.0) - Int($1.1) }
        return Double(sum) / Double(pixels.count)
    }
}
