/// Walks over the chunks of a RIFF body.
enum WebPChunks {
    /// The chunks of `body`; the last one may be cut where damage is tolerated.
    ///
    /// - Throws: `truncated` where the last chunk is longer than the body; `tooManyParts` by the limits.
    static func list(
        in body: ByteView,
        toleratingDamage: Bool = false,
        limits: ImageLimits = ImageLimits()
    ) throws(ImagingError) -> [WebPStructure.Chunk] {
        var chunks: [WebPStructure.Chunk] = []
        var offset = 0
        // A single odd byte may be left by writers that forget the padding.
        while offset + 8 <= body.count {
            guard let type = body.part(offset, 4),
                let length = body.number(offset + 4, byteCount: 4, bigEndian: false),
                let data = body.part(
                    offset + 8,
                    toleratingDamage ? min(length, body.count - offset - 8) : length
                )
            else { throw ImagingError(.truncated, "the WebP ends inside a chunk") }
            try limits.admit(partCount: chunks.count + 1)
            let end = min(body.count, offset + 8 + data.count + data.count % 2)
            let range = body.range.lowerBound + offset..<body.range.lowerBound + end
            let name = String(decoding: type.slice, as: UTF8.self)
            chunks.append(WebPStructure.Chunk(type: name, range: range, data: data))
            offset = end
        }
        return chunks
    }

    /// A chunk of `type` with its header and padding.
    static func encoded(_ type: String, _ data: some Collection<UInt8>) -> [UInt8] {
        var chunk = Array(type.utf8)
        chunk += littleEndian(data.count)
        chunk += data
        if data.count % 2 == 1 {
            chunk.append(0)
        }
        return chunk
    }

    /// A file of the given chunks, each with header and padding.
    static func file(_ chunks: [[UInt8]]) -> [UInt8] {
        let length = chunks.reduce(4) { $0 + $1.count }
        var file = Array("RIFF".utf8) + littleEndian(length) + Array("WEBP".utf8)
        file.reserveCapacity(length + 8)
        for chunk in chunks {
            file += chunk
        }
        return file
    }

    private static func littleEndian(_ value: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
    }
}
