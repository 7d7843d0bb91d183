import CWebP

/// Encodes rows of RGB or RGBA as WebP with libwebp, which works on the whole picture.
final class WebPEncoder: RowConsumer {
    private let encoder: OpaquePointer
    private let probe: DeadlineProbe
    private let exif: [UInt8]?
    private let sink: any ByteSink

    /// Begins a file of the given shape and gives its bytes to `sink`.
    init(
        _ format: RowFormat,
        _ options: Encoding.WebPOptions,
        exif: [UInt8]?,
        limits: ImageLimits,
        sink: any ByteSink
    ) throws(ImagingError) {
        probe = DeadlineProbe(limits)
        guard let encoder = cwebp_encoder_create(Self.settings(format, options, probe)) else {
            throw ImagingError(.outOfMemory, "no memory for a WebP encoder")
        }
        self.encoder = encoder
        self.exif = exif
        self.sink = sink
    }

    deinit {
        cwebp_encoder_destroy(encoder)
    }

    private static func settings(
        _ format: RowFormat,
        _ options: Encoding.WebPOptions,
        _ probe: DeadlineProbe
    ) -> cwebp_settings {
        cwebp_settings(
            width: CUnsignedInt(format.size.width),
            height: CUnsignedInt(format.size.height),
            layout: format.layout.hasAlpha ? CWEBP_RGBA : CWEBP_RGB,
            quality: CInt(options.quality),
            method: CInt(options.method),
            is_lossless: options.isLossless ? 1 : 0,
            interrupt: DeadlineProbe.callback,
            context: probe.context
        )
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        try check(row.withUnsafeBufferPointer { cwebp_encoder_write_row(encoder, $0.baseAddress) })
    }

    func finish() throws(ImagingError) {
        try check(cwebp_encoder_finish(encoder))
        var count = 0
        let bytes = UnsafeBufferPointer(start: cwebp_encoder_output(encoder, &count), count: count)
        if let exif {
            let container = WebPContainer(try WebPStructure(reading: Array(bytes)))
            try sink.write(container.stripped(exif: exif).span)
        } else {
            try sink.write(bytes.span)
        }
        try sink.finish()
    }

    private func check(_ status: cwebp_status) throws(ImagingError) {
        guard status == CWEBP_OK else { throw WebPFailure.encoding(status) }
    }
}
