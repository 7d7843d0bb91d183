import Imaging

/// The resampler alone, on a picture in memory: RGB of 4928 × 3280 to 852 × 567.
final class KernelWork {
    private let format = RowFormat(size: PixelSize(width: 4928, height: 3280), layout: .rgb)
    private let pixels: [UInt8]

    init() {
        pixels = (0..<format.byteCount).map { UInt8(truncatingIfNeeded: $0 &* 2_654_435_761 >> 13) }
    }

    func run() throws(ImagingError) {
        let end = RowEnd()
        let resampler = Resampler(format, to: PixelSize(width: 852, height: 567), .lanczos3, next: end)
        try pixels.withUnsafeBufferPointer { pixels throws(ImagingError) in
            for row in 0..<format.size.height {
                let start = row * format.rowByteCount
                let range = start..<start + format.rowByteCount
                try resampler.consume(UnsafeBufferPointer(rebasing: pixels[range]).span)
            }
        }
        precondition(end.rowCount == 567, "the resampler lost rows")
    }
}

/// Takes rows and forgets them.
final class RowEnd: RowConsumer {
    private(set) var rowCount = 0

    func consume(_ row: Span<UInt8>) {
        rowCount += 1
    }

    func finish() {}
}
