import CJPEG

/// Goes from marker to marker through a JPEG file, over entropy-coded data too.
struct JPEGMarkerWalk {
    private let bytes: [UInt8]
    private let file: ByteView
    /// Where the next marker lies; the end of the bytes where there is none.
    private var start: Int

    /// A walk over `bytes`, which begin with SOI.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        file = ByteView(bytes)
        start = Self.marker(in: bytes, from: 2)
    }

    /// The next segment; EOI is the last one.
    ///
    /// Bytes between segments that belong to none are passed over, as decoders do.
    ///
    /// - Throws: `truncated` at the end of the bytes.
    mutating func next() throws(ImagingError) -> JPEGStructure.Segment {
        guard start < bytes.count else { throw Self.truncated }
        let marker = bytes[start + 1]
        guard !JPEGMarker.standsAlone(marker) else {
            return pass(marker, to: start + 2, payload: file.dropping(bytes.count))
        }
        guard let length = file.number(start + 2, byteCount: 2, bigEndian: true) else { throw Self.truncated }
        guard length >= 2 else {
            throw ImagingError(.damaged, "the JPEG has a segment shorter than its length")
        }
        guard let payload = file.part(start + 4, length - 2) else { throw Self.truncated }
        return pass(marker, to: start + 2 + length, payload: payload)
    }

    private mutating func pass(_ marker: UInt8, to end: Int, payload: ByteView) -> JPEGStructure.Segment {
        let range = start..<end
        start = marker == JPEGMarker.endOfImage ? end : Self.marker(in: bytes, from: end)
        return JPEGStructure.Segment(marker: marker, range: range, payload: payload, following: end..<start)
    }

    private static func marker(in bytes: [UInt8], from offset: Int) -> Int {
        bytes.withUnsafeBufferPointer { buffer in
            cjpeg_find_marker(buffer.baseAddress, buffer.count, min(offset, buffer.count))
        }
    }

    private static let truncated = ImagingError(.truncated, "the JPEG ends before its end marker")
}
