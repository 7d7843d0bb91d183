/// Keeps all rows of a picture, for what cannot be done row by row.
final class PictureBuffer: RowConsumer {
    /// The shape of the rows.
    let format: RowFormat
    private let limits: ImageLimits
    private let complete: (PictureBuffer) throws(ImagingError) -> Void
    private let storage: SampleBuffer<UInt8>
    private var rowCount = 0

    /// A buffer that is given to `complete` after the last row.
    init(
        _ format: RowFormat,
        limits: ImageLimits,
        complete: @escaping (PictureBuffer) throws(ImagingError) -> Void
    ) {
        self.format = format
        self.limits = limits
        self.complete = complete
        storage = SampleBuffer(count: format.byteCount)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        row.withUnsafeBufferPointer { source in
            guard let bytes = source.baseAddress else { return }
            (storage.base + rowCount * format.rowByteCount).update(from: bytes, count: format.rowByteCount)
        }
        rowCount += 1
    }

    func finish() throws(ImagingError) {
        try complete(self)
    }

    /// Where a pixel lies; valid while the buffer lives.
    @inline(__always)
    func address(_ column: Int, _ row: Int) -> UnsafePointer<UInt8> {
        UnsafePointer(storage.base + (row * format.size.width + column) * format.layout.channelCount)
    }

    /// Gives the rows of a part to `next`.
    func pump(_ part: PixelBox, into next: any RowConsumer) throws(ImagingError) {
        let byteCount = part.size.width * format.layout.channelCount
        for row in part.top..<part.top + part.size.height {
            if row % 64 == 0 {
                try limits.checkDeadline()
            }
            try next.consume(UnsafeBufferPointer(start: address(part.left, row), count: byteCount).span)
        }
        try next.finish()
    }
}
