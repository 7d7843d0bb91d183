/// A frame of an animated WebP (RFC 9649 section 2.7.1.1).
struct WebPFrame {
    /// The frame's left edge on the canvas.
    let left: Int
    /// The frame's upper edge on the canvas.
    let top: Int
    /// The frame's own size.
    let size: PixelSize
    /// The place, size and times, as the file has them.
    let header: ByteView
    /// What lies in it: the chunks of its picture, and perhaps others.
    let chunks: [WebPStructure.Chunk]
    /// Whether a pixel of it may be transparent.
    let hasAlpha: Bool

    private static let headerByteCount = 16

    /// Reads an ANMF chunk.
    ///
    /// - Throws: `damaged` where it is too short, lies outside `canvas` or has a picture of another size; `truncated`
    ///   where a chunk in it lies outside; `tooManyParts` by the limits.
    init(
        _ chunk: WebPStructure.Chunk,
        canvas: PixelSize,
        toleratingDamage: Bool = false,
        limits: ImageLimits = ImageLimits()
    ) throws(ImagingError) {
        let fields = (0..<4).compactMap { chunk.data.number(3 * $0, byteCount: 3, bigEndian: false) }
        guard fields.count == 4 else { throw ImagingError(.damaged, "the WebP's first frame is too short") }
        left = fields[0] * 2
        top = fields[1] * 2
        size = PixelSize(width: fields[2] + 1, height: fields[3] + 1)
        guard left + size.width <= canvas.width, top + size.height <= canvas.height else {
            throw ImagingError(.damaged, "the WebP's first frame lies outside its canvas")
        }
        header = chunk.data.part(0, Self.headerByteCount) ?? chunk.data
        let body = chunk.data.dropping(Self.headerByteCount)
        chunks = try WebPChunks.list(in: body, toleratingDamage: toleratingDamage, limits: limits)
        hasAlpha = try WebPBitstream.check(chunks, fill: size)
    }

    /// The chunks of its picture alone.
    var picture: [WebPStructure.Chunk] {
        chunks.picture
    }

    /// Whether the frame is the whole picture.
    func covers(_ canvas: PixelSize) -> Bool {
        size == canvas
    }
}

extension [WebPStructure.Chunk] {
    /// The chunks of a still picture, or a frame's (RFC 9649 section 2.7.1.1), that decoders use: up to the first bitstream.
    var picture: [WebPStructure.Chunk] {
        let parts = filter(\.isOfPicture)
        let end = parts.firstIndex { $0.type != "ALPH" }
        return end.map { Array(parts[...$0]) } ?? parts
    }

    /// Whether another bitstream follows on the picture's, or its opacity does.
    var hasSurplusPicture: Bool {
        picture.count < count(where: \.isOfPicture)
    }
}

extension WebPStructure.Chunk {
    /// Whether a part of a picture.
    fileprivate var isOfPicture: Bool {
        ["ALPH", "VP8 ", "VP8L"].contains(type)
    }
}
