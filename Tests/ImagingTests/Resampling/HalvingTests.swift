import Testing

@testable import Imaging

@Suite struct `Halving` {
    @Test(arguments: [PixelLayout.gray, .rgb, .rgba], [1, 2, 7, 16, 33, 64])
    func `gives the mean of each square, colours weighed by opacity`(layout: PixelLayout, width: Int) {
        var random = SeededRandom(seed: UInt64(width))
        let format = RowFormat(size: PixelSize(width: width, height: 2), layout: layout)
        for alphas in [[255], [0], [90], [255, 255, 0], [0, 1, 128, 255]] as [[UInt8]] {
            var rows = (0..<2 * format.rowByteCount).map { _ in UInt8.random(in: 0...255, using: &random) }
            if layout == .rgba {
                for index in stride(from: 3, to: rows.count, by: 4) {
                    rows[index] = alphas.randomElement(using: &random) ?? 0
                }
            }
            let (upper, lower) = (rows[..<format.rowByteCount], rows[format.rowByteCount...])
            let expected = Self.mean(Array(upper), Array(lower), layout)
            #expect(Self.halved(Array(upper), Array(lower), format) == expected, "\(alphas)")
        }
    }

    private static func halved(_ upper: [UInt8], _ lower: [UInt8], _ format: RowFormat) -> [UInt8] {
        let output = SampleBuffer<UInt8>(count: (format.size.width + 1) / 2 * format.layout.channelCount)
        upper.withUnsafeBufferPointer { upper in
            lower.withUnsafeBufferPointer { lower in
                guard let upper = upper.baseAddress, let lower = lower.baseAddress else { return }
                HalvingKernels.average(upper, lower, format, into: output.base)
            }
        }
        return Array(output.samples)
    }

    /// The same, sample by sample: halves are rounded up and down in turn, and the last of an odd row counts twice.
    private static func mean(_ upper: [UInt8], _ lower: [UInt8], _ layout: PixelLayout) -> [UInt8] {
        let channels = layout.channelCount
        let width = upper.count / channels
        return (0..<(width + 1) / 2).flatMap { pair -> [UInt8] in
            let pixels = [upper, lower].flatMap { row in
                [2 * pair, min(2 * pair + 1, width - 1)].map { column in
                    (0..<channels).map { Int(row[column * channels + $0]) }
                }
            }
            let bias = 1 + pair % 2
            let isWeighed = layout == .rgba && Set(pixels.map { $0[3] }).count > 1
            let total = isWeighed ? pixels.reduce(0) { $0 + $1[3] } : 4
            return (0..<channels).map { channel in
                guard isWeighed && channel < 3 else {
                    let sum = pixels.reduce(0) { $0 + $1[channel] }
                    // Two pixels of a last column have one bit less to round.
                    let isLast = layout != .rgba && 2 * pair + 1 == width
                    return UInt8(isLast ? (sum / 2 + pair % 2) / 2 : (sum + bias) / 4)
                }
                return UInt8((pixels.reduce(0) { $0 + $1[channel] * $1[3] } + total / 2) / total)
            }
        }
    }
}
