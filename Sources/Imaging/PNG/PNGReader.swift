import CPNG

/// libpng's decoder with a file whose header was read.
final class PNGReader {
    /// What libpng's rows are.
    enum RowKind {
        /// Samples as they are wanted.
        case samples
        /// A byte for each pixel, to be looked up in the palette.
        case indices
        /// Samples of 16 bits, the upper byte first.
        case deepSamples
    }

    private let decoder: OpaquePointer
    private let damage: SourceDamage
    /// The shape of the rows that are wanted.
    let format: RowFormat
    /// What libpng's rows are.
    let rowKind: RowKind
    /// Bytes of one of libpng's rows.
    let rowByteCount: Int
    /// How often libpng goes over the picture, filling in rows: more than once where it is interlaced.
    let passCount: Int

    /// Reads the header of `file`, which must stay in place while the reader lives.
    ///
    /// - Throws: `damaged` where libpng reads another header than `structure`.
    init(
        _ file: UnsafeBufferPointer<UInt8>,
        _ structure: PNGStructure,
        limits: ImageLimits,
        damage: SourceDamage
    ) throws(ImagingError) {
        decoder = try Self.opened(file, structure, limits: limits, damage: damage)
        self.damage = damage
        let layout = PixelLayout(rawValue: Int(cpng_decoder_layout(decoder).rawValue))
        format = RowFormat(size: structure.header.size, layout: layout ?? .rgba)
        rowKind =
            switch cpng_decoder_row_kind(decoder) {
            case CPNG_INDICES: .indices
            case CPNG_DEEP_ROWS: .deepSamples
            default: .samples
            }
        rowByteCount = cpng_decoder_row_size(decoder)
        passCount = Int(cpng_decoder_pass_count(decoder))
    }

    deinit {
        cpng_decoder_destroy(decoder)
    }

    private static func opened(
        _ file: UnsafeBufferPointer<UInt8>,
        _ structure: PNGStructure,
        limits: ImageLimits,
        damage: SourceDamage
    ) throws(ImagingError) -> OpaquePointer {
        let size = structure.header.size
        let side = CUnsignedInt(clamping: limits.maximumSide)
        let bounds = cpng_limits(
            maximum_width: side,
            maximum_height: side,
            maximum_chunk_memory: 8 << 20,
            tolerates_damage: damage.isTolerated ? 1 : 0,
            keeps_depth: structure.isConvertedDeep ? 1 : 0
        )
        guard let decoder = cpng_decoder_create(file.baseAddress, file.count, bounds) else {
            throw ImagingError(.outOfMemory, "no memory for a PNG decoder")
        }
        do throws(ImagingError) {
            try check(cpng_decoder_open(decoder), decoder)
            guard cpng_decoder_width(decoder) == size.width, cpng_decoder_height(decoder) == size.height
            else {
                throw ImagingError(.damaged, "the PNG has contradicting headers")
            }
            return decoder
        } catch {
            cpng_decoder_destroy(decoder)
            throw error
        }
    }

    /// Whether rows are stored as they are wanted, from top to bottom.
    var hasPlainRows: Bool {
        cpng_decoder_has_plain_rows(decoder) != 0
    }

    /// The embedded colour profile; nil without one, or where libpng objects to it.
    var profile: [UInt8]? {
        var count = 0
        let profile = cpng_decoder_profile(decoder, &count)
        return profile.map { Array(UnsafeBufferPointer(start: $0, count: count)) }
    }

    /// Reads libpng's next row, of `rowByteCount`; after the first pass `row` is what the one before made of it.
    func readRow(_ row: UnsafeMutablePointer<UInt8>) throws(ImagingError) {
        try Self.check(cpng_decoder_read_row(decoder, row), decoder)
    }

    /// Looks a row of indices up.
    func lookUp(
        _ indices: UnsafePointer<UInt8>,
        into row: UnsafeMutablePointer<UInt8>
    ) throws(ImagingError) {
        try Self.check(cpng_decoder_look_up(decoder, indices, row), decoder)
    }

    /// Reads to the end of the file, so that damage behind the last row is seen; every row was read.
    func finish() throws(ImagingError) {
        try Self.check(cpng_decoder_finish(decoder), decoder)
    }

    /// Notes what damage libpng went over.
    func noteDamage() {
        if cpng_decoder_is_damaged(decoder) != 0 { damage.note() }
    }

    private static func check(_ status: cpng_status, _ decoder: OpaquePointer) throws(ImagingError) {
        guard status == CPNG_OK else {
            throw PNGFailure.decoding(status, cpng_decoder_message(decoder))
        }
    }
}
