/// A JPEG file as its list of marker segments (ITU-T T.81 annex B), found without decoding.
struct JPEGStructure {
    /// A marker with its parameters.
    struct Segment {
        /// The marker's second byte.
        let marker: UInt8
        /// From the marker's 0xFF to the segment's end, in offsets of the file.
        let range: Range<Int>
        /// The parameters, without their length field.
        let payload: ByteView
        /// The bytes between it and the next marker: entropy-coded ones behind a scan's header, of no meaning elsewhere.
        let following: Range<Int>
    }

    /// The whole file.
    let file: ByteView
    /// All segments before the entropy-coded data of the first scan, without SOI and that scan's SOS.
    private(set) var header: [Segment] = []
    /// The scans, with the tables before each.
    private(set) var scans = JPEGScanList()
    /// What counts from the first of them on.
    private(set) var scanParts: JPEGScanParts
    /// The offset just behind EOI.
    private(set) var end = 0
    /// The frame header.
    private(set) var frame = JPEGFrame()
    /// Whether the file ends, or makes no sense any more, behind the beginning of its first scan.
    private(set) var isDamaged = false
    /// Whether all scans can be decoded side by side, so that no coefficient waits for later scans.
    private(set) var joinsScans = false

    /// Walks over the markers of `bytes` up to EOI, or up to damage that is tolerated.
    ///
    /// - Throws: `truncated` where EOI or part of a segment is missing; `damaged` or `unsupportedFormat` by the frame
    ///   header; `tooManyParts` by the limits.
    init(
        reading bytes: [UInt8],
        toleratingDamage: Bool = false,
        limits: ImageLimits = ImageLimits()
    ) throws(ImagingError) {
        file = ByteView(bytes)
        scanParts = JPEGScanParts(of: file)
        var frame: JPEGFrame?
        do {
            try walk(bytes, limits, &frame)
        } catch {
            guard toleratingDamage, scanCount > 0, error.code != .tooManyParts else { throw error }
            isDamaged = true
            end = bytes.count
        }
        guard let frame, scanCount > 0 else { throw Self.damaged("it ends before its first scan") }
        self.frame = frame
        joinsScans = !isDamaged && !scanParts.areIrregular && scans.canBeJoined(in: frame)
    }

    private mutating func walk(
        _ bytes: [UInt8],
        _ limits: ImageLimits,
        _ frame: inout JPEGFrame?
    ) throws(ImagingError) {
        var walk = JPEGMarkerWalk(bytes)
        var count = 0
        while true {
            let segment = try walk.next()
            count += 1
            try limits.admit(partCount: count)
            scanParts.take(segment)
            scans.take(segment)
            switch segment.marker {
            case JPEGMarker.endOfImage:
                end = segment.range.upperBound
                return
            case JPEGMarker.startOfScan:
                guard frame != nil, segment.payload.count > 0 else {
                    throw Self.damaged("a scan comes before its frame header")
                }
            case let marker where JPEGMarker.frames.contains(marker):
                guard frame == nil else { throw Self.damaged("it has two frame headers") }
                frame = try JPEGFrame(segment)
                keep(segment)
            default:
                keep(segment)
            }
        }
    }

    private mutating func keep(_ segment: Segment) {
        if scanCount == 0 {
            header.append(segment)
        }
    }

    private static func damaged(_ what: String) -> ImagingError {
        ImagingError(.damaged, "the JPEG is damaged: \(what)")
    }
}

extension JPEGStructure {
    /// Scans in the whole file.
    var scanCount: Int { scans.list.count }

    /// Where the first scan's SOS marker lies.
    var scanStart: Int { scans.list.first?.segment.range.lowerBound ?? end }

    /// Whether there are bytes beside the segments of the header, or between or in segments behind it that no decoder needs.
    ///
    /// Fill bytes in front of a marker are none: they say nothing, and a file is not written anew for them.
    var hasStrayBytes: Bool {
        let start = header.first?.range.lowerBound ?? scanStart
        let gaps = [2..<start] + header.map(\.following)
        return scanParts.leaveBytesOut(before: end) || !gaps.allSatisfy(file.isFill)
    }
}
