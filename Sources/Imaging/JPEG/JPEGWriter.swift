import CJPEG

/// libjpeg-turbo's encoder with the sink that its bytes go to.
final class JPEGWriter {
    /// What the shim's functions take.
    let encoder: OpaquePointer
    private let probe: DeadlineProbe
    private let sink: any ByteSink

    /// Begins a file of rows, or of planes, with the TIFF block `exif`, and gives its bytes to `sink`.
    ///
    /// The deadline of `limits` is asked while a file of several passes is ended.
    init(
        _ format: RowFormat,
        _ options: Encoding.JPEGOptions,
        takesPlanes: Bool,
        exif: [UInt8]?,
        limits: ImageLimits,
        sink: any ByteSink
    ) throws(ImagingError) {
        guard let encoder = cjpeg_encoder_create() else {
            throw ImagingError(.outOfMemory, "no memory for a JPEG encoder")
        }
        self.encoder = encoder
        self.sink = sink
        probe = DeadlineProbe(limits)
        cjpeg_encoder_set_interrupt(encoder, DeadlineProbe.callback, probe.context)
        var settings = Self.settings(format, options)
        settings.takes_planes = takesPlanes ? 1 : 0
        try check(Self.start(encoder, settings, exif))
    }

    deinit {
        cjpeg_encoder_destroy(encoder)
    }

    private static func settings(_ format: RowFormat, _ options: Encoding.JPEGOptions) -> cjpeg_settings {
        var settings = cjpeg_settings()
        settings.width = CUnsignedInt(format.size.width)
        settings.height = CUnsignedInt(format.size.height)
        settings.layout = format.layout == .gray ? CJPEG_GRAY : CJPEG_RGB
        settings.quality = CInt(options.quality)
        settings.horizontal_sampling = CInt(options.chromaSubsampling.factors.horizontal)
        settings.vertical_sampling = CInt(options.chromaSubsampling.factors.vertical)
        settings.is_progressive = options.isProgressive ? 1 : 0
        settings.optimizes_coding = options.optimizesCoding ? 1 : 0
        return settings
    }

    private static func start(
        _ encoder: OpaquePointer,
        _ settings: cjpeg_settings,
        _ exif: [UInt8]?
    ) -> cjpeg_status {
        guard let exif else {
            return withUnsafePointer(to: settings) { cjpeg_encoder_start(encoder, $0) }
        }
        return (Array("Exif\0\0".utf8) + exif).withUnsafeBufferPointer { buffer in
            var settings = settings
            settings.exif = buffer.baseAddress
            settings.exif_count = buffer.count
            return cjpeg_encoder_start(encoder, &settings)
        }
    }

    /// Gives away the bytes that have come together, unless they are few; throws what the shim answered before.
    func advance(_ status: cjpeg_status) throws(ImagingError) {
        try check(status)
        try drain(atLeast: 32 << 10)
    }

    /// Ends the file.
    func finish() throws(ImagingError) {
        try check(cjpeg_encoder_finish(encoder))
        try drain(atLeast: 1)
        try sink.finish()
    }

    private func drain(atLeast minimum: Int) throws(ImagingError) {
        var count = 0
        let bytes = cjpeg_encoder_output(encoder, &count)
        let isTaken = try sink.take(UnsafeBufferPointer(start: bytes, count: count), atLeast: minimum)
        if isTaken { cjpeg_encoder_discard_output(encoder) }
    }

    private func check(_ status: cjpeg_status) throws(ImagingError) {
        guard status == CJPEG_OK else {
            throw JPEGFailure.encoding(status, cjpeg_encoder_message(encoder))
        }
    }
}

extension Encoding.JPEGOptions.ChromaSubsampling {
    /// Luma samples for one of chroma, along each side.
    var factors: (horizontal: Int, vertical: Int) {
        switch self {
        case .full: (1, 1)
        case .halfWidth: (2, 1)
        case .quarter: (2, 2)
        }
    }
}
