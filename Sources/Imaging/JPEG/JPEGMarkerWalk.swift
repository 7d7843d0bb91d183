import CJPEG

/// Goes from marker to marker through a JPEG file, over entropy-coded data too.
struct JPEGMarkerWalk {
    private let bytes: [UInt8]
    private let file: ByteView
    private var offset = 2
    /// Where the marker lies that was found last; the end of the bytes where none was.
    private(set) var markerStart = 2

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
        let found = bytes.withUnsafeBufferPointer { buffer in
            cjpeg_find_marker(buffer.baseAddress, buffer.count, min(offset, buffer.count))
        }
        markerStart = found
        guard found < bytes.count else { throw Self.truncated }
        return found
    }

    private static let truncated = ImagingError(.truncated, "the JPEG ends before its end marker")
}
