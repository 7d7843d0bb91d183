import CWebP

/// Decodes a still WebP with libwebp, which can reduce it on the way.
///
/// The file is given in parts, so that rows come and the deadline is looked at before all of it is decoded.
struct WebPDecoder: RowDecoder, ~Copyable {
    /// Bytes of the file between two looks at the deadline: a few milliseconds of decoding.
    private static let step = 64 << 10

    private let decoder: OpaquePointer
    private let limits: ImageLimits
    private let damage: SourceDamage
    private var nextRow = 0
    let format: RowFormat
    /// libwebp spreads the picture evenly over all columns and rows.
    let pitch: (horizontal: Double, vertical: Double)

    /// Begins to decode `file`, which must stay in place while the decoder lives, into rows of `size`.
    ///
    /// - Throws: `damaged` where libwebp reads another header than `structure`.
    init(
        _ file: UnsafeBufferPointer<UInt8>,
        _ structure: WebPStructure,
        size: PixelSize,
        limits: ImageLimits,
        damage: SourceDamage = SourceDamage()
    ) throws(ImagingError) {
        decoder = try Self.started(file, of: structure.size, at: size, damage)
        self.limits = limits
        self.damage = damage
        pitch = (
            Double(structure.size.width) / Double(size.width),
            Double(structure.size.height) / Double(size.height)
        )
        format = RowFormat(size: size, layout: cwebp_decoder_layout(decoder) == CWEBP_RGBA ? .rgba : .rgb)
    }

    deinit {
        cwebp_decoder_destroy(decoder)
    }

    private static func started(
        _ file: UnsafeBufferPointer<UInt8>,
        of storedSize: PixelSize,
        at size: PixelSize,
        _ damage: SourceDamage
    ) throws(ImagingError) -> OpaquePointer {
        let tolerates: CInt = damage.isTolerated ? 1 : 0
        guard let decoder = cwebp_decoder_create(file.baseAddress, file.count, tolerates) else {
            throw ImagingError(.outOfMemory, "no memory for a WebP decoder")
        }
        do throws(ImagingError) {
            try check(cwebp_decoder_open(decoder))
            guard cwebp_decoder_width(decoder) == storedSize.width,
                cwebp_decoder_height(decoder) == storedSize.height
            else { throw ImagingError(.damaged, "the WebP has contradicting headers") }
            try check(cwebp_decoder_start(decoder, CUnsignedInt(size.width), CUnsignedInt(size.height)))
            return decoder
        } catch {
            cwebp_decoder_destroy(decoder)
            throw error
        }
    }

    mutating func readRow(into row: inout MutableSpan<UInt8>) throws(ImagingError) {
        defer { nextRow += 1 }
        do {
            let source = UnsafeBufferPointer(start: try nextDecodedRow(), count: format.rowByteCount)
            row.withUnsafeMutableBufferPointer { target in
                _ = target.update(from: source)
            }
        } catch {
            guard nextRow > 0 else { throw error }
            try damage.tolerate(error)
            for index in row.indices {
                row[index] = format.missingSample
            }
        }
    }

    private func nextDecodedRow() throws(ImagingError) -> UnsafePointer<UInt8> {
        while true {
            var row: UnsafePointer<UInt8>?
            try Self.check(cwebp_decoder_advance(decoder, CUnsignedInt(nextRow), Self.step, &row))
            if let row { return row }
            try limits.checkDeadline()
        }
    }

    /// The last row is there only once libwebp has seen the whole picture: nothing is left to check.
    mutating func finish() {}

    private static func check(_ status: cwebp_status) throws(ImagingError) {
        guard status == CWEBP_OK else { throw WebPFailure.decoding(status) }
    }
}
