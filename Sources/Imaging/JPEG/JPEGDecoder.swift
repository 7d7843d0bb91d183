import CJPEG

/// Decodes a JPEG row by row with libjpeg-turbo, at full, half, quarter or eighth scale in the DCT domain.
///
/// CMYK and YCCK become RGB through the file's profile, or else by the inks' own light. Their values are inverted, as
/// every known writer stores them with Adobe's marker or without.
struct JPEGDecoder: RowDecoder, ~Copyable {
    private let reader: JPEGReader
    /// A row of CMYK; empty for other pictures.
    private var inks: [UInt8]
    /// The way from CMYK to sRGB; nil without a usable profile.
    private let transform: ColorTransform?
    /// How the rows become sRGB.
    let color: ColorConversion
    let format: RowFormat
    /// libjpeg's last column and row stand for part of a pixel where the denominator does not divide the side.
    let pitch: (horizontal: Double, vertical: Double)

    /// Begins to decode what `reader` holds.
    ///
    /// - Throws: an error that the header of a scan shows; of scans that are not joined, every error.
    init(_ reader: JPEGReader, denominator: Int) throws(ImagingError) {
        self.reader = reader
        let decoder = reader.decoder
        try reader.check(cjpeg_decoder_start(decoder, CUnsignedInt(denominator)))
        let layout = cjpeg_decoder_layout(decoder)
        let size = PixelSize(
            width: Int(cjpeg_decoder_width(decoder)),
            height: Int(cjpeg_decoder_height(decoder))
        )
        format = RowFormat(size: size, layout: layout == CJPEG_GRAY ? .gray : .rgb)
        inks = layout == CJPEG_CMYK ? [UInt8](repeating: 0, count: size.width * 4) : []
        pitch = (Double(denominator), Double(denominator))
        let structure = reader.structure
        guard !inks.isEmpty else {
            transform = nil
            color = structure.color(of: format.layout)
            return
        }
        transform = structure.colorProfile.flatMap { ColorTransform($0, .inks) }
        // What a profile says of other colours is nothing about these.
        color = transform == nil && structure.hasColorProfile ? .ignored : .none
    }

    /// Whether the file holds inks, which rows of red, green and blue are made of.
    var hasInks: Bool { !inks.isEmpty }

    var planes: [PlaneGrid] {
        var bias: (CInt, CInt, CInt) = (0, 0, 0)
        withUnsafeMutablePointer(to: &bias) { bias in
            bias.withMemoryRebound(to: CInt.self, capacity: 3) { cjpeg_decoder_bias(reader.decoder, $0) }
        }
        let columns = GridAxis(meansOf: pitch.horizontal, count: format.size.width)
        let rows = GridAxis(meansOf: pitch.vertical, count: format.size.height)
        let channels = SIMD4(Int16(bias.0), Int16(bias.1), Int16(bias.2), 0)
        return [PlaneGrid(layout: format.layout, columns: columns, rows: rows, bias: channels)]
    }

    mutating func readRow(into row: inout MutableSpan<UInt8>) throws(ImagingError) {
        let decoder = reader.decoder
        guard inks.isEmpty else {
            try reader.check(
                inks.withUnsafeMutableBufferPointer { cjpeg_decoder_read_row(decoder, $0.baseAddress) }
            )
            return convertInks(into: &row)
        }
        try reader.check(
            row.withUnsafeMutableBufferPointer { cjpeg_decoder_read_row(decoder, $0.baseAddress) }
        )
    }

    mutating func finish() throws(ImagingError) {
        try reader.finish()
    }

    private func convertInks(into row: inout MutableSpan<UInt8>) {
        guard let transform else { return Self.convert(inks.span, into: &row) }
        inks.withUnsafeBufferPointer { inks in
            row.withUnsafeMutableBufferPointer { row in
                guard let from = inks.baseAddress, let to = row.baseAddress else { return }
                transform.convert(from, into: to, count: inks.count / 4)
            }
        }
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
}
