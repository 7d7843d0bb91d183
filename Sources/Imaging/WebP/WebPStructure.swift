/// A WebP file as its list of RIFF chunks (RFC 9649 section 2), found without decoding.
struct WebPStructure {
    /// One chunk.
    struct Chunk {
        /// The four letters.
        let type: String
        /// From the type to the end of the padding, in offsets of the file.
        let range: Range<Int>
        /// The data, without padding.
        let data: ByteView
    }

    private let file: ByteView
    /// All chunks in the file's order.
    let chunks: [Chunk]
    /// Width and height of the canvas.
    let size: PixelSize
    /// Whether a pixel may be transparent.
    let hasAlpha: Bool
    /// The offset just behind the RIFF container.
    let end: Int
    /// The first frame of an animation; nil for a still picture.
    let firstFrame: WebPFrame?
    /// Whether the container is longer than the file, or has parts of more than one picture.
    let isDamaged: Bool

    /// Walks over the chunks of `bytes`; the file may end inside of one where that is tolerated.
    ///
    /// - Throws: `truncated` where the container is longer than the file; `damaged` where there is no picture in it or, unless
    ///   that is tolerated, parts of another one, and by an animation's first frame; `tooManyParts` by the limits.
    init(
        reading bytes: [UInt8],
        toleratingDamage: Bool = false,
        limits: ImageLimits = ImageLimits()
    ) throws(ImagingError) {
        let file = ByteView(bytes)
        let length = file.number(4, byteCount: 4, bigEndian: false)
        let body = length.flatMap { file.part(12, max(0, $0 - 4)) }
        guard let length, let part = body ?? (toleratingDamage ? file.dropping(12) : nil) else {
            throw ImagingError(.truncated, "the WebP ends before its container")
        }
        let isCut = body == nil
        self.file = file
        end = min(bytes.count, 8 + length)
        chunks = try WebPChunks.list(in: part, toleratingDamage: isCut, limits: limits)
        let (size, hasAlpha) = try Self.canvas(chunks)
        let frame = chunks.first { $0.type == "ANMF" }
        firstFrame = try frame.map { chunk throws(ImagingError) in
            try WebPFrame(chunk, canvas: size, toleratingDamage: isCut, limits: limits)
        }
        let frameHasAlpha = firstFrame.map { $0.hasAlpha || !$0.covers(size) } ?? false
        (self.size, self.hasAlpha) = (size, hasAlpha || frameHasAlpha)
        let hasSurplus = chunks.hasSurplusPicture || firstFrame?.chunks.hasSurplusPicture ?? false
        guard toleratingDamage || !hasSurplus else {
            throw ImagingError(.damaged, "the WebP has more than one picture, or opacity behind it")
        }
        isDamaged = isCut || hasSurplus
    }

    /// The size, and whether the container or the bitstream of a still picture says that pixels may be transparent.
    private static func canvas(_ chunks: [Chunk]) throws(ImagingError) -> (PixelSize, Bool) {
        guard let first = chunks.first, chunks.contains(where: { imageTypes.contains($0.type) }) else {
            throw ImagingError(.damaged, "the WebP has no picture")
        }
        guard first.type == "VP8X" else { return try WebPBitstream.header(of: first) }
        guard let flags = first.data.byte(0),
            let width = first.data.number(4, byteCount: 3, bigEndian: false),
            let height = first.data.number(7, byteCount: 3, bigEndian: false)
        else { throw ImagingError(.damaged, "the WebP's extended header is too short") }
        let size = PixelSize(width: width + 1, height: height + 1)
        let saysAlpha = flags & 0x10 != 0
        guard !chunks.contains(where: { $0.type == "ANMF" }) else { return (size, saysAlpha) }
        // libwebp believes what is there, whatever the container says of it.
        let hasAlpha = try WebPBitstream.check(chunks, fill: size)
        return (size, saysAlpha || hasAlpha)
    }

    /// The types of chunks that hold pixels.
    private static let imageTypes: Set = ["VP8 ", "VP8L", "ANMF"]

    /// The first chunk of `type`.
    func first(_ type: String) -> Chunk? {
        chunks.first { $0.type == type }
    }

    /// The frames of an animation; empty for a still picture.
    var frames: [Chunk] {
        chunks.filter { $0.type == "ANMF" }
    }
}

extension WebPStructure {
    /// The embedded colour profile.
    var colorProfile: [UInt8]? {
        first("ICCP")?.data.array
    }

    /// How pixels of `layout` become sRGB.
    func color(of layout: PixelLayout) -> ColorConversion {
        ColorConversion(colorProfile, isEmbedded: colorProfile != nil, for: layout)
    }

    /// What the header says.
    var info: ImageInfo {
        var info = ImageInfo(format: .webp, storedSize: size, byteCount: file.count)
        info.hasAlpha = hasAlpha
        info.isDamaged = isDamaged
        info.exif = first("EXIF").flatMap {
            EXIF(tiff: $0.data.starts(with: "Exif\0\0") ? $0.data.dropping(6) : $0.data)
        }
        info.orientation = info.exif?.orientation ?? .up
        info.frameCount = max(1, frames.count)
        // Lossless pictures are held twice, as the decoder's own pixels and as ours.
        info.wholeImageByteCount = size.pixelCount.multiplied(by: 8)
        info.decodingWork = size.pixelCount.multiplied(by: 16)
        return info
    }
}
