import CPNG

/// Decodes a PNG of any colour type and depth with libpng, row by row unless it is interlaced; where pixels are stored as
/// they are wanted, libpng reads the header alone.
///
/// Palettes, low depths and transparent colours become 8-bit channels; 16 bits are rounded to 8, once they are in sRGB.
/// Samples of another gamma (gAMA) become those of sRGB, unless the file says something else of its colours that can be used.
struct PNGDecoder: RowDecoder, ~Copyable {
    private let decoder: OpaquePointer
    private let limits: ImageLimits
    private let damage: SourceDamage
    /// All rows of an interlaced picture as libpng gives them, once it was read.
    private var picture: [UInt8] = []
    private var nextRow = 0
    private let rowByteCount: Int
    /// A row that is not yet as it is wanted.
    private let storedRow: SampleBuffer<UInt8>
    private let deepColors: DeepColors?
    /// How the source's colours become sRGB.
    let color: ColorConversion
    /// What reads rows that need no change; nil where libpng does.
    private let plainRows: PNGPlainRows?
    let format: RowFormat
    let pitch = (horizontal: 1.0, vertical: 1.0)

    /// Begins to decode `file`, which must stay in place while the decoder lives.
    ///
    /// - Throws: `damaged` where libpng reads another header than `structure`.
    init(
        _ file: UnsafeBufferPointer<UInt8>,
        _ structure: PNGStructure,
        limits: ImageLimits,
        damage: SourceDamage = SourceDamage()
    ) throws(ImagingError) {
        decoder = try Self.opened(file, structure, limits: limits, damage: damage)
        self.limits = limits
        self.damage = damage
        let layout = PixelLayout(rawValue: Int(cpng_decoder_layout(decoder).rawValue))
        format = RowFormat(size: structure.header.size, layout: layout ?? .rgba)
        rowByteCount = cpng_decoder_row_size(decoder)
        storedRow = SampleBuffer(count: rowByteCount)
        let found = Self.colors(of: decoder, structure, format.layout)
        color = found.conversion
        let isDeep = cpng_decoder_row_kind(decoder) == CPNG_DEEP_ROWS
        deepColors = isDeep ? DeepColors(color, found.profile, format.layout) : nil
        plainRows =
            cpng_decoder_has_plain_rows(decoder) != 0 && !structure.isDamaged
            ? PNGPlainRows(file, structure, format, damage: damage) : nil
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

    /// What is left to be done to the rows; libpng leaves profiles out that it objects to.
    var remainingColor: ColorConversion {
        deepColors != nil && color.isNeeded ? .none : color
    }

    /// How the pixels become sRGB, and the profile that says so: of what the file says first of its colours, or second
    /// where its own profile cannot be used.
    private static func colors(
        of decoder: OpaquePointer,
        _ structure: PNGStructure,
        _ layout: PixelLayout
    ) -> (conversion: ColorConversion, profile: [UInt8]?) {
        guard structure.colorWords == .profile else {
            return colors(by: structure.colorWords, structure, layout)
        }
        let profile = embeddedProfile(of: decoder, structure)
        let conversion = ColorConversion(profile, isEmbedded: true, for: layout)
        guard conversion.isIgnored, structure.wordsBesideProfile != .srgb else {
            return (conversion, profile)
        }
        return colors(by: structure.wordsBesideProfile, structure, layout)
    }

    private static func colors(
        by words: PNGStructure.ColorWords,
        _ structure: PNGStructure,
        _ layout: PixelLayout
    ) -> (conversion: ColorConversion, profile: [UInt8]?) {
        switch words {
        case .space(let space), .primaries(let space):
            (ColorConversion(space.profile, isEmbedded: false, for: layout), space.profile)
        case .gamma(let curve): (.curve(curve.levelsOfSRGB), RGBSpace.srgb(curve).profile)
        case .profile, .srgb: (structure.hasOnlyUnknownWords ? .ignored : .none, nil)
        }
    }

    /// The embedded colour profile of what `structure` is read from; nil without one, or where it cannot be read.
    func colorProfile(_ structure: PNGStructure) -> [UInt8]? { Self.embeddedProfile(of: decoder, structure) }

    /// libpng gives no profile of colours for gray pixels, which are as good as colours that have no chroma.
    private static func embeddedProfile(of decoder: OpaquePointer, _ structure: PNGStructure) -> [UInt8]? {
        var count = 0
        guard let profile = cpng_decoder_profile(decoder, &count) else { return structure.profileOfGray }
        return Array(UnsafeBufferPointer(start: profile, count: count))
    }

    mutating func readRow(into row: inout MutableSpan<UInt8>) throws(ImagingError) {
        defer { nextRow += 1 }
        guard cpng_decoder_pass_count(decoder) > 1 else { return try readNextRow(into: &row) }
        if picture.isEmpty {
            picture = [UInt8](repeating: missingByte, count: rowByteCount * format.size.height)
            do {
                try readPicture()
            } catch {
                try damage.tolerate(error)
            }
        }
        let start = nextRow * rowByteCount
        try picture.withUnsafeBufferPointer { picture throws(ImagingError) in
            try row.withUnsafeMutableBufferPointer { row throws(ImagingError) in
                guard let stored = picture.baseAddress, let target = row.baseAddress else { return }
                try finish(stored + start, into: target)
            }
        }
    }

    /// What stands for a missing pixel: of a palette, an index that most have no colour for.
    private var missingByte: UInt8 {
        cpng_decoder_row_kind(decoder) == CPNG_INDICES ? 255 : format.missingSample
    }

    /// Brings a row to what is wanted.
    private func finish(
        _ stored: UnsafePointer<UInt8>,
        into target: UnsafeMutablePointer<UInt8>
    ) throws(ImagingError) {
        if let deepColors {
            deepColors.convert(stored, into: target, count: format.size.width)
        } else if cpng_decoder_row_kind(decoder) == CPNG_INDICES {
            try check(cpng_decoder_look_up(decoder, stored, target))
        } else if stored != UnsafePointer(target) {
            target.update(from: stored, count: format.rowByteCount)
        }
    }

    /// Reads a row; a missing one is empty, unless it is the first.
    private func readNextRow(into row: inout MutableSpan<UInt8>) throws(ImagingError) {
        do {
            try read(&row)
        } catch {
            guard nextRow > 0 else { throw error }
            try damage.tolerate(error)
            for index in row.indices {
                row[index] = format.missingSample
            }
        }
    }

    private func read(_ row: inout MutableSpan<UInt8>) throws(ImagingError) {
        try row.withUnsafeMutableBufferPointer { row throws(ImagingError) in
            guard let target = row.baseAddress else { return }
            if let plainRows { return try plainRows.read(into: target) }
            let isWanted = cpng_decoder_row_kind(decoder) == CPNG_ROWS
            let stored = isWanted ? target : storedRow.base
            try check(cpng_decoder_read_row(decoder, stored))
            try finish(stored, into: target)
        }
    }

    private mutating func readPicture() throws(ImagingError) {
        for _ in 0..<cpng_decoder_pass_count(decoder) {
            for index in 0..<format.size.height {
                if index % 64 == 0 {
                    try limits.checkDeadline()
                }
                let start = index * rowByteCount
                let status = picture.withUnsafeMutableBufferPointer { buffer in
                    cpng_decoder_read_row(decoder, buffer.baseAddress.map { $0 + start })
                }
                try check(status)
            }
        }
    }

    mutating func finish() throws(ImagingError) {
        do {
            if let plainRows { try plainRows.finish() } else { try check(cpng_decoder_finish(decoder)) }
        } catch {
            try damage.tolerate(error)
        }
        if cpng_decoder_is_damaged(decoder) != 0 { damage.note() }
    }

    private func check(_ status: cpng_status) throws(ImagingError) {
        try Self.check(status, decoder)
    }

    private static func check(_ status: cpng_status, _ decoder: OpaquePointer) throws(ImagingError) {
        guard status == CPNG_OK else {
            throw PNGFailure.decoding(status, cpng_decoder_message(decoder))
        }
    }
}
