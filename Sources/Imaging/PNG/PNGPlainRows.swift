/// The rows of a PNG whose samples are stored as they are wanted: of eight bits, from top to bottom.
final class PNGPlainRows {
    private let data: PNGImageData
    private let pixelByteCount: Int
    private let rowByteCount: Int
    /// The filter's number and the row behind it; and the row before.
    private var row: SampleBuffer<UInt8>
    private var above: SampleBuffer<UInt8>

    /// The rows of `data` in the given shape.
    init(_ data: PNGImageData, _ format: RowFormat) {
        self.data = data
        pixelByteCount = format.layout.channelCount
        rowByteCount = format.rowByteCount
        row = SampleBuffer(count: 1 + rowByteCount)
        above = SampleBuffer(count: 1 + rowByteCount)
    }

    /// Writes the next row to `target`.
    ///
    /// - Throws: `damaged`; `outOfMemory`.
    func read(into target: UnsafeMutablePointer<UInt8>) throws(ImagingError) {
        try data.inflate(into: row.base, count: 1 + rowByteCount)
        let filter = row.base[0]
        guard filter <= 4 else { throw ImagingError(.damaged, "a PNG row has filter \(filter)") }
        let samples = row.base + 1
        PixelKernels.best.unfilter(
            filter,
            samples,
            above: above.base + 1,
            count: rowByteCount,
            pixel: pixelByteCount
        )
        target.update(from: samples, count: rowByteCount)
        swap(&row, &above)
    }
}
