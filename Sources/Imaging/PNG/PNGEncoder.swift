import CPNG

/// Encodes rows as PNG with libpng.
final class PNGEncoder: RowConsumer {
    private let encoder: OpaquePointer
    private let limits: ImageLimits
    private let sink: any ByteSink
    private var rowIndex = 0

    /// Begins a file of the given shape and gives its bytes to `sink`.
    init(
        _ format: RowFormat,
        _ options: Encoding.PNGOptions,
        exif: [UInt8]?,
        limits: ImageLimits,
        sink: any ByteSink
    ) throws(ImagingError) {
        encoder = try Self.made()
        self.limits = limits
        self.sink = sink
        try check(Self.start(encoder, Self.settings(format, options), exif, palette: nil))
    }

    /// Begins a file of indices into a list of colours (alpha, red, green, blue), the opaque ones last.
    init(
        _ size: PixelSize,
        _ colors: [UInt32],
        _ options: Encoding.PNGOptions,
        exif: [UInt8]?,
        limits: ImageLimits,
        sink: any ByteSink
    ) throws(ImagingError) {
        encoder = try Self.made()
        self.limits = limits
        self.sink = sink
        let settings = Self.settings(RowFormat(size: size, layout: .rgb), options)
        let palette = colors.flatMap { color in
            [16, 8, 0, 24].map { UInt8(truncatingIfNeeded: color >> $0) }
        }
        try check(Self.start(encoder, settings, exif, palette: palette))
    }

    private static func made() throws(ImagingError) -> OpaquePointer {
        guard let encoder = cpng_encoder_create() else {
            throw ImagingError(.outOfMemory, "no memory for a PNG encoder")
        }
        return encoder
    }

    deinit {
        cpng_encoder_destroy(encoder)
    }

    private static func settings(_ format: RowFormat, _ options: Encoding.PNGOptions) -> cpng_settings {
        var settings = cpng_settings()
        settings.width = CUnsignedInt(format.size.width)
        settings.height = CUnsignedInt(format.size.height)
        settings.layout = cpng_layout(CUnsignedInt(format.layout.channelCount))
        settings.compression_level = CInt(options.compressionLevel)
        return settings
    }

    private static func start(
        _ encoder: OpaquePointer,
        _ settings: cpng_settings,
        _ exif: [UInt8]?,
        palette: [UInt8]?
    ) -> cpng_status {
        (exif ?? []).withUnsafeBufferPointer { exif in
            (palette ?? []).withUnsafeBufferPointer { palette in
                var settings = settings
                settings.exif = exif.isEmpty ? nil : exif.baseAddress
                settings.exif_count = exif.count
                settings.palette = palette.isEmpty ? nil : palette.baseAddress
                settings.palette_count = CUnsignedInt(palette.count / 4)
                return cpng_encoder_start(encoder, &settings)
            }
        }
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        // A row of the best compression may take some milliseconds, and rows may come from a buffer that asks nobody.
        if rowIndex % 8 == 0 { try limits.checkDeadline() }
        rowIndex += 1
        try check(row.withUnsafeBufferPointer { cpng_encoder_write_row(encoder, $0.baseAddress) })
        try drain(atLeast: 32 << 10)
    }

    func finish() throws(ImagingError) {
        try check(cpng_encoder_finish(encoder))
        try drain(atLeast: 1)
        try sink.finish()
    }

    private func drain(atLeast minimum: Int) throws(ImagingError) {
        var count = 0
        let bytes = cpng_encoder_output(encoder, &count)
        let isTaken = try sink.take(UnsafeBufferPointer(start: bytes, count: count), atLeast: minimum)
        if isTaken { cpng_encoder_discard_output(encoder) }
    }

    private func check(_ status: cpng_status) throws(ImagingError) {
        guard status == CPNG_OK else {
            throw PNGFailure.encoding(status, cpng_encoder_message(encoder))
        }
    }
}
