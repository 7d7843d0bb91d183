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

    private let file: ByteView
    /// The chunks from IHDR to IEND.
    let chunks: [Chunk]
    /// The header.
    let header: PNGHeader

    /// The offset just behind IEND.
    var end: Int {
        chunks.last?.range.upperBound ?? 0
    }

    /// Walks over the chunks of `bytes` up to IEND.
    ///
    /// - Throws: `truncated` where IEND or part of a chunk is missing; `damaged` for a broken header.
    init(reading bytes: [UInt8]) throws(ImagingError) {
        file = ByteView(bytes)
        chunks = try Self.chunks(of: file)
        guard let first = chunks.first, first.type == "IHDR" else {
            throw ImagingError(.damaged, "the PNG does not begin with its header")
        }
        header = try PNGHeader(first.data)
        guard contains("IDAT") else { throw ImagingError(.damaged, "the PNG has no image data") }
    }

    private static func chunks(of file: ByteView) throws(ImagingError) -> [Chunk] {
        var chunks: [Chunk] = []
        var offset = signature.count
        while chunks.last?.type != "IEND" {
            guard let length = file.number(offset, byteCount: 4, bigEndian: true),
                let type = file.part(offset + 4, 4),
                let data = file.part(offset + 8, length), file.part(offset + 8 + length, 4) != nil
            else { throw ImagingError(.truncated, "the PNG ends before its end chunk") }
            let range = offset..<offset + 12 + length
            chunks.append(Chunk(type: String(decoding: type.slice, as: UTF8.self), range: range, data: data))
            offset = range.upperBound
        }
        return chunks
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

extension PNGStructure {
    /// What the header says.
    var info: ImageInfo {
        var info = ImageInfo(format: .png, storedSize: header.size, byteCount: file.count)
        info.bitDepth = header.pixelBitDepth
        info.hasAlpha = header.colorType.hasAlpha || contains("tRNS")
        info.isProgressive = header.isInterlaced
        info.hasColorProfile = contains("iCCP")
        info.exif = first("eXIf").flatMap { EXIF(tiff: $0.data) }
        info.orientation = info.exif?.orientation ?? .up
        info.frameCount = first("acTL")?.data.number(0, byteCount: 4, bigEndian: true) ?? 1
        info.wholeImageByteCount =
            header.isInterlaced ? header.size.pixelCount.multiplied(by: 4) : 0
        info.decodingWork = decodingWork
        return info
    }

    /// Steps of decoding: inflating and unfiltering, the expansion to channels, and the passes of interlaced rows.
    private var decodingWork: Int {
        let raw = header.rawByteCount.multiplied(by: 4)
        let pixels = header.size.pixelCount.multiplied(by: header.isInterlaced ? 8 : 2)
        return raw.addingReportingOverflow(pixels).overflow ? .max : raw + pixels
    }
}
