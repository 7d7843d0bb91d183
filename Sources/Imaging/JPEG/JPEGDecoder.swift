import CJPEG

/// Decodes a JPEG row by row with libjpeg-turbo, at full, half, quarter or eighth scale in the DCT domain.
///
/// CMYK and YCCK become RGB by the inverted values that every known writer stores.
struct JPEGDecoder: ImageDecoder, ~Copyable {
    private let decoder: OpaquePointer
    private let probe: DeadlineProbe
    /// A row of CMYK; empty for other pictures.
    private var inks: [UInt8]
    let format: RowFormat
    let colorProfile: [UInt8]?

    /// Begins to decode `file`, which must stay in place while the decoder lives.
    ///
    /// - Throws: `damaged` where libjpeg reads another header than `structure`; all errors of a progressive picture.
    init(
        _ file: UnsafeBufferPointer<UInt8>,
        _ structure: JPEGStructure,
        denominator: Int,
        limits: ImageLimits
    ) throws(ImagingError) {
        probe = DeadlineProbe(limits)
        decoder = try Self.started(file, structure.frame.size, denominator, limits.jpeg(probe))
        let layout = cjpeg_decoder_layout(decoder)
        let size = PixelSize(
            width: Int(cjpeg_decoder_width(decoder)),
            height: Int(cjpeg_decoder_height(decoder))
        )
        format = RowFormat(size: size, layout: layout == CJPEG_GRAY ? .gray : .rgb)
        inks = layout == CJPEG_CMYK ? [UInt8](repeating: 0, count: size.width * 4) : []
        colorProfile = structure.colorProfile
    }

    deinit {
        cjpeg_decoder_destroy(decoder)
    }

    private static func started(
        _ file: UnsafeBufferPointer<UInt8>,
        _ size: PixelSize,
        _ denominator: Int,
        _ limits: cjpeg_limits
    ) throws(ImagingError) -> OpaquePointer {
        guard let decoder = cjpeg_decoder_create(file.baseAddress, file.count, limits) else {
            throw ImagingError(.outOfMemory, "no memory for a JPEG decoder")
        }
        do throws(ImagingError) {
            try check(cjpeg_decoder_open(decoder), decoder)
            guard cjpeg_decoder_width(decoder) == size.width, cjpeg_decoder_height(decoder) == size.height
            else {
                throw ImagingError(.damaged, "the JPEG has contradicting headers")
            }
            try check(cjpeg_decoder_start(decoder, CUnsignedInt(denominator)), decoder)
            return decoder
        } catch {
            cjpeg_decoder_destroy(decoder)
            throw error
        }
    }

    mutating func readRow(into row: inout MutableSpan<UInt8>) throws(ImagingError) {
        guard inks.isEmpty else {
            try check(inks.withUnsafeMutableBufferPointer { cjpeg_decoder_read_row(decoder, $0.baseAddress) })
            return Self.convert(inks.span, into: &row)
        }
        try check(row.withUnsafeMutableBufferPointer { cjpeg_decoder_read_row(decoder, $0.baseAddress) })
    }

    mutating func finish() throws(ImagingError) {
        try check(cjpeg_decoder_finish(decoder))
    }

    /// Light that passes an ink passes the black too: stored 255 is no ink.
    private static func convert(_ inks: Span<UInt8>, into row: inout MutableSpan<UInt8>) {
        for pixel in 0..<inks.count / 4 {
            let black = Int(inks[4 * pixel + 3])
            for channel in 0..<3 {
                row[3 * pixel + channel] = UInt8((Int(inks[4 * pixel + channel]) * black + 127) / 255)
            }
        }
    }

    private func check(_ status: cjpeg_status) throws(ImagingError) {
        try Self.check(status, decoder)
    }

    private static func check(_ status: cjpeg_status, _ decoder: OpaquePointer) throws(ImagingError) {
        guard status == CJPEG_OK else {
            throw JPEGFailure.decoding(status, cjpeg_decoder_message(decoder))
        }
    }
}
