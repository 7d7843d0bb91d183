import CJPEG

/// Encodes rows of grey or RGB as JPEG with libjpeg-turbo.
final class JPEGEncoder: RowConsumer {
    private let writer: JPEGWriter

    /// Begins a file of the given shape and gives its bytes to `sink`.
    init(
        _ format: RowFormat,
        _ options: Encoding.JPEGOptions,
        exif: [UInt8]?,
        limits: ImageLimits,
        sink: any ByteSink
    ) throws(ImagingError) {
        writer = try JPEGWriter(format, options, takesPlanes: false, exif: exif, limits: limits, sink: sink)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        try writer.advance(
            row.withUnsafeBufferPointer { cjpeg_encoder_write_row(writer.encoder, $0.baseAddress) }
        )
    }

    func finish() throws(ImagingError) {
        try writer.finish()
    }
}
