/// A PNG file as its list of chunks (ISO/IEC 15948 clause 5), found without decompressing.
struct PNGStructure {
    /// The first eight bytes.
    static let signature: [UInt8] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

    /// One chunk.
    struct Chunk {
        /// The four letters.
        let type: String
        /// From the length field to the checksum's end, in offsets of the file.
        let range: Range<Int>
        /// The data.
        let data: ByteView
    }

    /// The whole file.
    let file: ByteView
    /// The chunks from IHDR to IEND.
    let chunks: [Chunk]
    /// The header.
    let header: PNGHeader
    /// The photographic metadata.
    let exif: EXIF?
    /// Whether the file ends before IEND.
    var isCut: Bool {
        chunks.last?.type != "IEND"
    }

    /// Whether the chunks say that the file is damaged.
    var isDamaged: Bool {
        isCut || hasSurplusTransparency
    }

    /// The offset just behind IEND.
    var end: Int {
        chunks.last?.range.upperBound ?? 0
    }

    /// Walks over the chunks of `bytes` up to IEND, or to the file's end where that is tolerated.
    ///
    /// - Throws: `truncated` where IEND or part of a chunk is missing; `damaged` for a broken header;
    ///   `tooManyParts` by the limits.
    init(
        reading bytes: [UInt8],
        toleratingDamage: Bool = false,
        limits: ImageLimits = ImageLimits()
    ) throws(ImagingError) {
        file = ByteView(bytes)
        chunks = try Self.chunks(of: file, toleratingDamage, limits)
        guard let first = chunks.first, first.type == "IHDR" else {
            throw ImagingError(.damaged, "the PNG does not begin with its header")
        }
        header = try PNGHeader(first.data)
        exif = Self.exif(of: chunks)
        let unknown = chunks.first { $0.isCritical && !["IHDR", "PLTE", "IDAT", "IEND"].contains($0.type) }
        if let unknown { throw ImagingError(.damaged, "a PNG chunk \(unknown.type) is not understood") }
        guard contains("IDAT") else { throw ImagingError(.damaged, "the PNG has no image data") }
        guard toleratingDamage || !hasSurplusTransparency else {
            throw ImagingError(.damaged, "the PNG's palette has fewer colours than are made transparent")
        }
    }

    private static func chunks(
        of file: ByteView,
        _ tolerant: Bool,
        _ limits: ImageLimits
    ) throws(ImagingError) -> [Chunk] {
        var chunks: [Chunk] = []
        var offset = signature.count
        while chunks.last?.type != "IEND" {
            guard let length = file.number(offset, byteCount: 4, bigEndian: true),
                let type = file.part(offset + 4, 4),
                let data = file.part(offset + 8, length), file.part(offset + 8 + length, 4) != nil
            else {
                guard tolerant else { throw ImagingError(.truncated, "the PNG ends before its end chunk") }
                return chunks + [cutChunk(of: file, at: offset)].compactMap(\.self)
            }
            try limits.admit(partCount: chunks.count + 1)
            let range = offset..<offset + 12 + length
            chunks.append(Chunk(type: String(decoding: type.slice, as: UTF8.self), range: range, data: data))
            offset = range.upperBound
        }
        return chunks
    }

    /// The image data in which the file ends; nil where it ends in another chunk.
    private static func cutChunk(of file: ByteView, at offset: Int) -> Chunk? {
        guard let type = file.part(offset + 4, 4), type.starts(with: "IDAT") else { return nil }
        return Chunk(type: "IDAT", range: offset..<file.count, data: file.dropping(offset + 8))
    }

    /// The file with a length in front of its cut image data that says what there is; libpng reads only whole chunks.
    func repaired(_ bytes: [UInt8]) -> [UInt8] {
        guard isCut, let last = chunks.last, last.range.upperBound == bytes.count else { return bytes }
        let length = (0..<4).map { UInt8(truncatingIfNeeded: last.data.count >> (24 - 8 * $0)) }
        let missing = last.range.lowerBound + 12 + last.data.count - bytes.count
        return bytes[..<last.range.lowerBound] + length + bytes[(last.range.lowerBound + 4)...]
            + [UInt8](repeating: 0, count: max(0, missing))
    }

    /// The first chunk of `type`.
    func first(_ type: String) -> Chunk? {
        chunks.first { $0.type == type }
    }

    /// Whether there is a chunk of `type`.
    func contains(_ type: String) -> Bool {
        first(type) != nil
    }
}

extension PNGStructure.Chunk {
    /// Whether a decoder that does not know it has to give up (ISO/IEC 15948 clause 5.4).
    var isCritical: Bool {
        type.utf8.first.map { $0 & 0x20 == 0 } ?? true
    }
}

extension PNGStructure {
    /// What the header says.
    var info: ImageInfo {
        var info = ImageInfo(format: .png, storedSize: header.size, byteCount: file.count)
        info.hasAlpha = hasAlpha
        info.isProgressive = header.isInterlaced
        info.exif = exif
        info.orientation = info.exif?.orientation ?? .up
        info.frameCount = first("acTL")?.data.number(0, byteCount: 4, bigEndian: true) ?? 1
        info.wholeImageByteCount =
            header.isInterlaced ? header.size.pixelCount.multiplied(by: isConvertedDeep ? 8 : 4) : 0
        info.decodingWork = decodingWork
        info.isDamaged = isDamaged
        return info
    }

    /// Steps of decoding: inflating and unfiltering, the expansion to channels, and the passes of interlaced rows.
    private var decodingWork: Int {
        let raw = header.rawByteCount.multiplied(by: 4)
        let isGray = header.colorType == .gray && transparency == nil
        let colorWork = isGray ? PixelWork.deepGray : PixelWork.deepColor
        let pixelWork = (header.isInterlaced ? 8 : 2) + (isConvertedDeep ? colorWork : 0)
        let pixels = header.size.pixelCount.multiplied(by: pixelWork)
        return raw.addingReportingOverflow(pixels).overflow ? .max : raw + pixels
    }
}
