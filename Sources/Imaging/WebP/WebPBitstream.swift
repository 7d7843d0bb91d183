/// The headers of the two bitstreams inside a WebP.
enum WebPBitstream {
    /// Size and transparency by the first bytes of a `VP8 ` or `VP8L` chunk.
    ///
    /// - Throws: `damaged` for anything else.
    static func header(of chunk: WebPStructure.Chunk) throws(ImagingError) -> (PixelSize, Bool) {
        let found = chunk.type == "VP8L" ? lossless(chunk.data) : lossy(chunk.data)
        guard let found, ["VP8 ", "VP8L"].contains(chunk.type) else {
            throw ImagingError(.damaged, "the WebP's picture has no valid header")
        }
        return found
    }

    /// Refuses a picture whose own header has another size than the container says (RFC 9649 section 2.7), and returns whether
    /// pixels may be transparent by that header or beside it.
    ///
    /// - Throws: `damaged`, also where there is no picture.
    @discardableResult
    static func check(_ chunks: [WebPStructure.Chunk], fill size: PixelSize) throws(ImagingError) -> Bool {
        let picture = chunks.first { ["VP8 ", "VP8L"].contains($0.type) }
        guard let (own, hasAlpha) = try picture.map(header), own == size else {
            throw ImagingError(.damaged, "the WebP has contradicting headers")
        }
        return hasAlpha || chunks.picture.contains { $0.type == "ALPH" }
    }

    /// RFC 6386 section 9.1: a key frame's start code, then twice 14 bits of size and 2 of scaling.
    private static func lossy(_ data: ByteView) -> (PixelSize, Bool)? {
        guard data.dropping(3).starts(with: [0x9d, 0x01, 0x2a]),
            let width = data.number(6, byteCount: 2, bigEndian: false),
            let height = data.number(8, byteCount: 2, bigEndian: false), width & 0x3fff > 0,
            height & 0x3fff > 0
        else { return nil }
        return (PixelSize(width: width & 0x3fff, height: height & 0x3fff), false)
    }

    /// RFC 9649 section 3.4: signature, twice 14 bits of size less one, one bit of transparency.
    private static func lossless(_ data: ByteView) -> (PixelSize, Bool)? {
        guard data.byte(0) == 0x2f, let bits = data.number(1, byteCount: 4, bigEndian: false) else {
            return nil
        }
        let size = PixelSize(width: bits & 0x3fff + 1, height: bits >> 14 & 0x3fff + 1)
        return (size, bits >> 28 & 1 == 1)
    }
}
