/// Decodes a PNG of any colour type and depth with libpng, row by row unless it is interlaced; where pixels are stored as
/// they are wanted, libpng reads the header alone.
///
/// Palettes, low depths and transparent colours become 8-bit channels; 16 bits are rounded to 8, once they are in sRGB.
/// Samples of another gamma (gAMA) become those of sRGB, unless the file says something else of its colours that can be used.
struct PNGDecoder: RowDecoder, ~Copyable {
    private let reader: PNGReader
    private let limits: ImageLimits
    private let damage: SourceDamage
    /// All rows of an interlaced picture, once it was read.
    private var interlacedRows: InterlacedRows?
    private var nextRow = 0
    /// A row that is not yet as it is wanted.
    private let storedRow: SampleBuffer<UInt8>
    private let deepColors: DeepColors?
    /// How the source's colours become sRGB.
    let color: ColorConversion
    /// What reads rows that need no change; nil where libpng does.
    private let plainRows: PNGPlainRows?
    /// The image data below them; or those whose sum is looked at after libpng, which gives no row that a wrong one follows.
    private let data: PNGImageData?
    /// Bytes that the image data have at most.
    private let maximumByteCount: Int
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
        let reader = try PNGReader(file, structure, limits: limits, damage: damage)
        self.reader = reader
        self.limits = limits
        self.damage = damage
        format = reader.format
        storedRow = SampleBuffer(count: reader.rowByteCount)
        let found = reader.colors(structure)
        color = found.conversion
        let isDeep = reader.rowKind == .deepSamples
        deepColors = isDeep ? DeepColors(color, found.profile, format.layout) : nil
        let isPlain = reader.hasPlainRows && !structure.isCut
        let isLookedAt = isPlain || damage.isTolerated && !structure.isCut
        let data = isLookedAt ? PNGImageData(file, structure, damage: damage) : nil
        self.data = data
        plainRows = isPlain ? data.map { PNGPlainRows($0, reader.format) } : nil
        maximumByteCount = structure.header.inflatedByteCount
    }

    /// What is left to be done to the rows; libpng leaves profiles out that it objects to.
    var remainingColor: ColorConversion {
        deepColors != nil && color.isNeeded ? .none : color
    }

    /// The embedded colour profile of what `structure` is read from; nil without one, or where it cannot be read.
    func colorProfile(_ structure: PNGStructure) -> [UInt8]? {
        reader.embeddedProfile(structure)
    }

    mutating func readRow(into row: inout MutableSpan<UInt8>) throws(ImagingError) {
        defer { nextRow += 1 }
        guard reader.passCount > 1 else { return try readNextRow(into: &row) }
        if interlacedRows == nil {
            interlacedRows = try readInterlacedRows()
        }
        try interlacedRows?.withRow(nextRow) { stored throws(ImagingError) in
            try row.withUnsafeMutableBufferPointer { row throws(ImagingError) in
                guard let target = row.baseAddress else { return }
                try finish(stored, into: target)
            }
        }
    }

    private func readInterlacedRows() throws(ImagingError) -> InterlacedRows {
        // Of a palette, an index that most have no colour for.
        let missingByte = reader.rowKind == .indices ? 255 : format.missingSample
        return try InterlacedRows(reader, missingByte: missingByte, limits: limits, damage: damage)
    }

    /// Brings a row to what is wanted.
    private func finish(
        _ stored: UnsafePointer<UInt8>,
        into target: UnsafeMutablePointer<UInt8>
    ) throws(ImagingError) {
        if let deepColors {
            deepColors.convert(stored, into: target, count: format.size.width)
        } else if reader.rowKind == .indices {
            try reader.lookUp(stored, into: target)
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
            let stored = reader.rowKind == .samples ? target : storedRow.base
            try reader.readRow(stored)
            try finish(stored, into: target)
        }
    }

    mutating func finish() throws(ImagingError) {
        do {
            if plainRows == nil {
                try reader.finish()
                try data?.check(atMost: maximumByteCount, limits: limits)
            } else {
                try data?.finish()
            }
        } catch {
            try damage.tolerate(error)
        }
        reader.noteDamage()
    }
}
