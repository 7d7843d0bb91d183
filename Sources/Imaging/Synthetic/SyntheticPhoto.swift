import Glibc

/// A landscape made by arithmetic: sky, sun, three ranges of hills and grain, the same for the same seed and size.
///
/// Rows are made on demand, so that a picture of any size costs no memory.
package struct SyntheticPhoto: RowProducer {
    package let format: RowFormat
    private let ridges: [[Float]]
    private var noise: UInt32
    private var nextRow = 0

    /// A landscape of `size`.
    package init(size: PixelSize, seed: UInt32 = 1) {
        format = RowFormat(size: size, layout: .rgb)
        noise = seed &* 2_654_435_761 | 1
        ridges = (0..<3).map { Self.ridge($0, seed, size) }
    }

    /// The rows at which a range of hills begins, for each column.
    private static func ridge(_ index: Int, _ seed: UInt32, _ size: PixelSize) -> [Float] {
        let base = Float(size.height) * (0.45 + 0.17 * Float(index))
        let swing = Float(size.height) * 0.06
        let phase = Float(seed % 97) + 2.1 * Float(index)
        return (0..<size.width).map { column in
            let x = Float(column) / Float(size.width) * 12
            return base - swing
                * (sinf(x * 0.7 + phase) + 0.4 * sinf(x * 2.3 + phase) + 0.15 * sinf(x * 9.1 + phase))
        }
    }

    package mutating func readRow(into row: inout MutableSpan<UInt8>) {
        let height = Float(nextRow) / Float(format.size.height)
        let sky = SIMD4<Float>(90 + 120 * height, 140 + 70 * height, 215, 0)
        for column in 0..<format.size.width {
            let grain = nextGrain()
            let color = color(at: column, sky) + SIMD4(repeating: grain)
            let bytes = color.clamped(lowerBound: .zero, upperBound: SIMD4(repeating: 255))
            for channel in 0..<3 {
                row[3 * column + channel] = UInt8(bytes[channel])
            }
        }
        nextRow += 1
    }

    package mutating func finish() {}

    private func color(at column: Int, _ sky: SIMD4<Float>) -> SIMD4<Float> {
        let y = Float(nextRow)
        if y >= ridges[2][column] {
            return SIMD4(38, 62, 30, 0) + SIMD4(repeating: 0.02 * (y - ridges[2][column]))
        }
        if y >= ridges[1][column] { return SIMD4(70, 98, 62, 0) }
        if y >= ridges[0][column] { return SIMD4(112, 132, 128, 0) }
        let radius = Float(format.size.height) * 0.07
        let across = Float(column) - Float(format.size.width) * 0.72
        let down = y - Float(format.size.height) * 0.2
        return across * across + down * down < radius * radius ? SIMD4(255, 236, 180, 0) : sky
    }

    /// Sensor-like grain of ±6 levels (Marsaglia's xorshift).
    private mutating func nextGrain() -> Float {
        noise ^= noise << 13
        noise ^= noise >> 17
        noise ^= noise << 5
        return Float(noise >> 24) * (12 / 255) - 6
    }
}

extension SyntheticPhoto {
    /// The whole picture as a file.
    ///
    /// - Throws: an encoder's failure.
    package func encoded(
        as encoding: Encoding = .jpeg(Encoding.JPEGOptions(quality: 90))
    ) throws(ImagingError) -> [UInt8] {
        var photo = self
        return try photo.encode(as: encoding)
    }
}
