import CInflate

extension PNGStructure {
    /// Whether a pixel may be transparent.
    var hasAlpha: Bool {
        header.colorType.hasAlpha || transparency != nil
    }

    /// The tRNS chunk that counts (PNG third edition, clause 11.3.1.1): as long as the kind of pixels wants it, and whole.
    ///
    /// Nil where pixels carry their own transparency; libpng passes over the others, too.
    var transparency: Chunk? {
        placedTransparencies.first { chunk in
            transparencyByteCounts.contains(chunk.data.count) && isWhole(chunk)
        }
    }

    /// Whether more entries of a palette are made transparent than it has.
    var hasSurplusTransparency: Bool {
        guard header.colorType == .palette, let first = placedTransparencies.first else { return false }
        return first.data.count > transparencyByteCounts.upperBound
    }

    /// The chunks where they belong: before the image data and, where there is a palette, behind it (clause 5.6).
    private var placedTransparencies: [Chunk] {
        let head = chunks.prefix { $0.type != "IDAT" }
        let start = header.colorType == .palette ? head.firstIndex { $0.type == "PLTE" } : head.startIndex
        return start.map { head[$0...].filter { $0.type == "tRNS" } } ?? []
    }

    private var transparencyByteCounts: ClosedRange<Int> {
        switch header.colorType {
        case .gray: 2...2
        case .rgb: 6...6
        case .palette: 1...max(1, (first("PLTE")?.data.count ?? 0) / 3)
        case .grayAlpha, .rgba: 0...0
        }
    }

    private func isWhole(_ chunk: Chunk) -> Bool {
        let sum = file.number(chunk.range.upperBound - 4, byteCount: 4, bigEndian: true)
        let covered = file.part(chunk.range.lowerBound + 4, chunk.range.count - 8)
        return covered?.slice.withUnsafeBufferPointer { bytes in
            cinflate_checksum(bytes.baseAddress, bytes.count)
        } == sum.map(UInt32.init)
    }
}
