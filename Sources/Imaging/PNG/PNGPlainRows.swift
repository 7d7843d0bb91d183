import CInflate

/// The rows of a PNG whose samples are stored as they are wanted: of eight bits, from top to bottom.
///
/// ISA-L inflates them three times as fast as Debian's zlib below libpng.
final class PNGPlainRows {
    /// Nil without memory for it.
    private let inflater: OpaquePointer?
    private let file: UnsafeBufferPointer<UInt8>
    private let damage: SourceDamage
    /// The chunks from the first with image data on, in offsets of the file.
    private let chunks: ArraySlice<PNGStructure.Chunk>
    private var nextChunk: Int
    private let pixelByteCount: Int
    private let rowByteCount: Int
    /// The filter's number and the row behind it; and the row before.
    private var row: SampleBuffer<UInt8>
    private var above: SampleBuffer<UInt8>

    /// The rows of `file`, which must stay in place meanwhile, in the given shape.
    init(
        _ file: UnsafeBufferPointer<UInt8>,
        _ structure: PNGStructure,
        _ format: RowFormat,
        damage: SourceDamage
    ) {
        inflater = cinflate_create()
        self.file = file
        self.damage = damage
        chunks = structure.chunks[(structure.chunks.firstIndex { $0.type == "IDAT" } ?? 0)...]
        nextChunk = chunks.startIndex
        pixelByteCount = format.layout.channelCount
        rowByteCount = format.rowByteCount
        row = SampleBuffer(count: 1 + rowByteCount)
        above = SampleBuffer(count: 1 + rowByteCount)
    }

    deinit {
        if let inflater { cinflate_destroy(inflater) }
    }

    /// Writes the next row to `target`.
    ///
    /// - Throws: `damaged`; `outOfMemory`.
    func read(into target: UnsafeMutablePointer<UInt8>) throws(ImagingError) {
        try inflateRow()
        let filter = row.base[0]
        guard filter <= 4 else { throw ImagingError(.damaged, "a PNG row has filter \(filter)") }
        let samples = row.base + 1
        PixelKernels.best.unfilter(
            filter,
            samples,
            above: above.base + 1,
            count: rowByteCount,
            pixel: pixelByteCount
        )
        target.update(from: samples, count: rowByteCount)
        swap(&row, &above)
    }

    /// Looks at the checksums of all chunks that follow.
    ///
    /// - Throws: `damaged` where the file cannot do without one of them.
    func finish() throws(ImagingError) {
        while nextChunk < chunks.endIndex {
            try check(chunks[nextChunk])
            nextChunk += 1
        }
    }

    private func inflateRow() throws(ImagingError) {
        guard let inflater else { throw ImagingError(.outOfMemory, "no memory for a PNG decoder") }
        var done: UInt32 = 0
        while done < 1 + rowByteCount {
            var written: UInt32 = 0
            let missing = UInt32(1 + rowByteCount) - done
            let status = cinflate_read(inflater, row.base + Int(done), missing, &written)
            done += written
            switch status {
            case CINFLATE_FULL: break
            case CINFLATE_STARVED: try feed(inflater)
            case CINFLATE_ENDED: throw ImagingError(.damaged, "the PNG has too little image data")
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
