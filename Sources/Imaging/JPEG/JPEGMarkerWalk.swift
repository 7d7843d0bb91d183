import Glibc

/// Goes from marker to marker through a JPEG file, over entropy-coded data too.
struct JPEGMarkerWalk {
    private let bytes: [UInt8]
    private let file: ByteView
    private var offset = 2

    /// A walk over `bytes`, which begin with SOI.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        file = ByteView(bytes)
    }

    /// The next segment; EOI is the last one.
    ///
    /// Bytes between segments that belong to none are passed over, as decoders do.
    ///
    /// - Throws: `truncated` at the end of the bytes.
    mutating func next() throws(ImagingError) -> JPEGStructure.Segment {
        let start = try markerOffset()
        let marker = bytes[start + 1]
        guard !JPEGMarker.standsAlone(marker) else {
            offset = start + 2
            return JPEGStructure.Segment(
                marker: marker,
                range: start..<offset,
                payload: file.dropping(offset)
            )
        }
        guard let length = file.number(start + 2, byteCount: 2, bigEndian: true) else { throw Self.truncated }
        guard length >= 2 else {
            throw ImagingError(.damaged, "the JPEG has a segment shorter than its length")
        }
        guard let payload = file.part(start + 4, length - 2) else { throw Self.truncated }
        offset = start + 2 + length
        return JPEGStructure.Segment(marker: marker, range: start..<offset, payload: payload)
    }

    private mutating func markerOffset() throws(ImagingError) -> Int {
        var position = offset
        while let found = firstFill(from: position), found + 1 < bytes.count {
            guard JPEGMarker.isInsideScan(bytes[found + 1]) else { return found }
            position = found + 1
        }
        throw Self.truncated
    }

    private func firstFill(from start: Int) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            guard start < buffer.count, let base = buffer.baseAddress else { return nil }
            let found = memchr(base + start, 0xff, buffer.count - start)
            return found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) }
        }
    }

    private static let truncated = ImagingError(.truncated, "the JPEG ends before its end marker")
}
