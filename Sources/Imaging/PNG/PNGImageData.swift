import CInflate

/// The image data of a PNG: one zlib stream in chunks that follow each other.
///
/// ISA-L inflates it three times as fast as Debian's zlib below libpng.
final class PNGImageData {
    /// Nil without memory for it.
    private let inflater: OpaquePointer?
    private let file: UnsafeBufferPointer<UInt8>
    private let damage: SourceDamage
    /// The chunks from the first with image data on, in offsets of the file.
    private let chunks: ArraySlice<PNGStructure.Chunk>
    private var nextChunk: Int

    /// The image data of `file`, which must stay in place meanwhile.
    init(_ file: UnsafeBufferPointer<UInt8>, _ structure: PNGStructure, damage: SourceDamage) {
        inflater = cinflate_create()
        self.file = file
        self.damage = damage
        chunks = structure.chunks[(structure.chunks.firstIndex { $0.type == "IDAT" } ?? 0)...]
        nextChunk = chunks.startIndex
    }

    deinit {
        if let inflater { cinflate_destroy(inflater) }
    }

    /// Writes the next `count` bytes to `target`.
    ///
    /// - Throws: `damaged`, also where there are fewer; `outOfMemory`.
    func inflate(into target: UnsafeMutablePointer<UInt8>, count: Int) throws(ImagingError) {
        guard try inflate(into: target, atMost: count) == count else {
            throw ImagingError(.damaged, "the PNG has too little image data")
        }
    }

    /// Looks at the sum at the stream's end, and at the checksums of all chunks that follow.
    ///
    /// What the stream holds beyond the picture is no concern of it, nor is its sum then.
    ///
    /// - Throws: `damaged` where the sum is wrong or missing, or the file cannot do without one of the chunks.
    func finish() throws(ImagingError) {
        var surplus: UInt8 = 0
        _ = try inflate(into: &surplus, atMost: 1)
        while nextChunk < chunks.endIndex {
            try check(chunks[nextChunk])
            nextChunk += 1
        }
    }

    /// Inflates up to `byteCount` bytes for nothing but their sum and the checksums of the chunks.
    ///
    /// - Throws: `damaged`; `outOfMemory`; `deadlineExceeded`.
    func check(atMost byteCount: Int, limits: ImageLimits) throws(ImagingError) {
        let part = SampleBuffer<UInt8>(count: 64 << 10)
        var count = 0
        while count < byteCount {
            try limits.checkDeadline()
            let written = try inflate(into: part.base, atMost: part.count)
            guard written == part.count else { break }
            count += written
        }
        try finish()
    }

    /// How many bytes were written: fewer only where the stream ends, and its sum is right.
    private func inflate(
        into target: UnsafeMutablePointer<UInt8>,
        atMost count: Int
    ) throws(ImagingError) -> Int {
        guard let inflater else { throw ImagingError(.outOfMemory, "no memory for a PNG decoder") }
        var done = 0
        while true {
            var written: UInt32 = 0
            let status = cinflate_read(inflater, target + done, UInt32(count - done), &written)
            done += Int(written)
            switch status {
            case CINFLATE_FULL, CINFLATE_ENDED: return done
            case CINFLATE_STARVED: try feed(inflater)
            default: throw ImagingError(.damaged, "the PNG's image data cannot be inflated")
            }
        }
    }

    private func feed(_ inflater: OpaquePointer) throws(ImagingError) {
        guard nextChunk < chunks.endIndex, chunks[nextChunk].type == "IDAT" else {
            throw ImagingError(.damaged, "the PNG has too little image data")
        }
        let range = chunks[nextChunk].range
        try check(chunks[nextChunk])
        nextChunk += 1
        let start = file.baseAddress.map { $0 + range.lowerBound + 8 }
        cinflate_feed(inflater, start, UInt32(range.count - 12))
    }

    /// Damage of what pictures can do without is only noted.
    private func check(_ chunk: PNGStructure.Chunk) throws(ImagingError) {
        guard let start = file.baseAddress.map({ $0 + chunk.range.lowerBound }) else { return }
        let end = start + chunk.range.count - 4
        let stored = (0..<4).reduce(UInt32(0)) { $0 << 8 | UInt32(end[$1]) }
        guard cinflate_checksum(start + 4, chunk.range.count - 8) != stored else { return }
        guard chunk.isCritical else { return damage.note() }
        try damage.tolerate(ImagingError(.damaged, "\(chunk.type): CRC error"))
    }
}
