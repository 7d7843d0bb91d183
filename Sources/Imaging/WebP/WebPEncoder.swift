import CWebP

/// Encodes rows of RGB or RGBA, or planes of Y, Cb and Cr, as WebP with libwebp, which works on the whole picture.
final class WebPEncoder {
    /// libwebp's side.
    let encoder: OpaquePointer
    /// Pixels of the picture.
    let pixelCount: Int
    private let probe: DeadlineProbe
    private let exif: [UInt8]?
    private let batch: WebPBatch?
    private let sink: any ByteSink
    private var openPlaneCount = 3

    /// Begins a file of rows of the given shape and gives its bytes to `sink`: after the last row, or with the batch.
    convenience init(
        _ format: RowFormat,
        _ options: Encoding.WebPOptions,
        exif: [UInt8]?,
        limits: ImageLimits,
        batch: WebPBatch? = nil,
        sink: any ByteSink
    ) throws(ImagingError) {
        try self.init(
            format,
            options,
            takesPlanes: false,
            exif: exif,
            limits: limits,
            batch: batch,
            sink: sink
        )
    }

    /// Begins a file of planes of a picture of `size`; those of Cb and Cr have half its sides.
    ///
    /// Rows that `stream` come one after the other while the source is decoded.
    convenience init(
        planes size: PixelSize,
        _ options: Encoding.WebPOptions,
        exif: [UInt8]?,
        limits: ImageLimits,
        stream: Bool = false,
        batch: WebPBatch? = nil,
        sink: any ByteSink
    ) throws(ImagingError) {
        let format = RowFormat(size: size, layout: .rgb)
        try self.init(
            format,
            options,
            takesPlanes: true,
            exif: exif,
            limits: limits,
            batch: batch,
            sink: sink
        )
        if stream { batch?.expect(self) }
    }

    private init(
        _ format: RowFormat,
        _ options: Encoding.WebPOptions,
        takesPlanes: Bool,
        exif: [UInt8]?,
        limits: ImageLimits,
        batch: WebPBatch?,
        sink: any ByteSink
    ) throws(ImagingError) {
        probe = DeadlineProbe(limits)
        let settings = Self.settings(format, options, takesPlanes: takesPlanes, interruptedBy: probe)
        guard let encoder = cwebp_encoder_create(settings) else {
            throw ImagingError(.outOfMemory, "no memory for a WebP encoder")
        }
        self.encoder = encoder
        pixelCount = format.size.pixelCount
        self.exif = exif
        self.batch = batch
        self.sink = sink
    }

    deinit {
        cwebp_encoder_destroy(encoder)
    }

    private static func settings(
        _ format: RowFormat,
        _ options: Encoding.WebPOptions,
        takesPlanes: Bool,
        interruptedBy probe: DeadlineProbe
    ) -> cwebp_settings {
        cwebp_settings(
            width: CUnsignedInt(format.size.width),
            height: CUnsignedInt(format.size.height),
            layout: format.layout.hasAlpha ? CWEBP_RGBA : CWEBP_RGB,
            takes_planes: takesPlanes ? 1 : 0,
            quality: CInt(options.quality),
            method: CInt(options.method(for: format.layout)),
            is_lossless: options.isLossless ? 1 : 0,
            interrupt: DeadlineProbe.callback,
            context: probe.context
        )
    }

    /// The consumers of the three planes; they keep the encoder alive.
    var inlets: [any RowConsumer] {
        (0..<3).map { PlaneInlet($0, receiver: self) }
    }

    /// Encodes, where that was not done yet, and gives the file to the sink.
    ///
    /// - Throws: `encodingFailed`, `deadlineExceeded`, `outOfMemory`, or what the sink throws.
    func deliver() throws(ImagingError) {
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

extension WebPEncoder: RowConsumer {
    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        try check(row.withUnsafeBufferPointer { cwebp_encoder_write_row(encoder, $0.baseAddress) })
    }

    func finish() throws(ImagingError) {
        if let batch { batch.add(self) } else { try deliver() }
    }
}

extension WebPEncoder: PlaneReceiver {
    func receive(_ row: Span<UInt8>, ofPlane plane: Int) throws(ImagingError) {
        batch?.beginWithFirstRow()
        let status = row.withUnsafeBufferPointer { row in
            cwebp_encoder_write_plane_row(encoder, CInt(plane), row.baseAddress)
        }
        try check(status)
    }

    func finishPlane(_ plane: Int) throws(ImagingError) {
        openPlaneCount -= 1
        if openPlaneCount == 0 { try finish() }
    }
}
