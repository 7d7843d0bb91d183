/// The parts of a JPEG that count from its first scan on: scans with their entropy-coded bytes, the tables between them, and EOI.
///
/// Applications' data, comments, other markers and bytes between segments are left out. Inside a scan all stays up to the next
/// marker: only a decode shows where its codes end.
struct JPEGScanParts {
    /// The parts in order, in offsets of the file.
    private(set) var ranges: [Range<Int>] = []
    /// Whether there are bytes or markers between them that mean nothing there, of which libjpeg warns, or which it refuses.
    private(set) var areIrregular = false
    private var leaveBytesOut = false
    private let file: ByteView

    /// No parts yet of a file.
    init(of file: ByteView) {
        self.file = file
    }

    /// Whether there is anything else than fill bytes between them, or between the last of them and `end`.
    func leaveBytesOut(before end: Int) -> Bool {
        leaveBytesOut || (ranges.last?.upperBound ?? end) < end
    }

    /// Takes the next segment of the file, where it lies behind the header.
    mutating func take(_ segment: JPEGStructure.Segment) {
        let isScan = segment.marker == JPEGMarker.startOfScan
        guard isScan || !ranges.isEmpty else { return }
        if segment.isOfScans { append(segment.range) } else { leaveBytesOut = true }
        areIrregular = areIrregular || !(segment.isOfScans || segment.isText)
        if isScan {
            append(segment.following)
        } else if !file.isFill(segment.following) {
            leaveBytesOut = true
            areIrregular = true
        }
    }

    private mutating func append(_ range: Range<Int>) {
        guard let last = ranges.last, last.upperBound == range.lowerBound else { return ranges.append(range) }
        ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    }
}

extension JPEGStructure.Segment {
    /// Whether a scan, a table or the end.
    fileprivate var isOfScans: Bool {
        isTable || marker == JPEGMarker.startOfScan || marker == JPEGMarker.endOfImage
    }

    /// Whether an application's data or a comment.
    fileprivate var isText: Bool {
        marker == JPEGMarker.comment || JPEGMarker.application(0)...JPEGMarker.application(15) ~= marker
    }
}

extension ByteView {
    /// Whether all bytes in `range` may stand before a marker and mean nothing (ITU-T T.81 B.1.1.2).
    func isFill(_ range: Range<Int>) -> Bool {
        part(range.lowerBound, range.count)?.slice.allSatisfy { $0 == 0xff } ?? false
    }
}
