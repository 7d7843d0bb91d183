import Glibc

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
    }

    private let file: ByteView
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
    }

    private mutating func walk(
        _ bytes: [UInt8],
        _ limits: ImageLimits,
        _ frame: inout JPEGFrame?
    ) throws(ImagingError) {
        var walk = JPEGMarkerWalk(bytes)
        defer { scanParts.end(at: walk.markerStart, of: bytes.count) }
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

    /// What the header says.
    var info: ImageInfo {
        var info = ImageInfo(format: .jpeg, storedSize: frame.size, byteCount: file.count)
        info.bitDepth = frame.precision
        info.isProgressive = frame.isProgressive
        info.exif = exif
        info.orientation = info.exif?.orientation ?? .up
        info.hasColorProfile = hasColorProfile
        info.samplePitch = frame.samplePitch
        info.chromaPitch = frame.chromaPitch
        info.scalesAtLittleGain = frame.isProgressive && frame.components.count < 4
        // At an eighth libjpeg's samples are too large on average. That is taken off colours, but inks multiply.
        info.largestDenominator = frame.components.count == 4 ? 4 : 8
        info.scanCount = scanCount
        info.wholeImageByteCount = heldByteCount
        info.decodingWork = decodingWork
        info.isDamaged = isDamaged
        return info
    }

    /// Steps of decoding: the samples made of each block, a scan's way through a block, and the entropy-coded bytes,
    /// which take three times as long in refinements.
    private var decodingWork: Int {
        let samples = 64 * frame.blockCount(of: frame.components)
        return samples + 8 * visitedBlockCount + (frame.isProgressive ? 30 : 10) * file.count
    }

    /// Blocks that the scans go through, all together: each costs time even where it has no data.
    private var visitedBlockCount: Int {
        scans.list.reduce(0) { count, scan in
            let identifiers = scan.identifiers
            return count
                + frame.blockCount(of: frame.components.filter { identifiers.contains($0.identifier) })
        }
    }

    /// Whether all scans can be decoded side by side, so that no coefficient waits for later scans.
    var joinsScans: Bool {
        !isDamaged && scans.canBeJoined(in: frame)
    }

    /// What a decoder must hold before the first row: all coefficients, or a decoder for each scan with a row of them.
    private var heldByteCount: Int {
        guard scanCount > 1 || frame.isProgressive else { return 0 }
        return joinsScans ? scanCount * Self.scanByteCount : frame.coefficientByteCount
    }

    /// What libjpeg's decoder of a scan holds, at most, measured with room.
    private static let scanByteCount = 64 << 10

    /// The EXIF block of APP1; nil where there is none or where it cannot be read.
    var exif: EXIF? {
        header.lazy.filter(\.isEXIF).compactMap { EXIF(tiff: $0.payload.dropping(6)) }.first
    }

    /// The embedded colour profile, joined from its APP2 parts (ICC.1:2010 annex B.4); nil where parts are missing.
    var colorProfile: [UInt8]? {
        let parts = profileSegments.sorted { $0.profilePartNumber < $1.profilePartNumber }
        guard let total = parts.first?.payload.byte(13),
            parts.map(\.profilePartNumber) == Array(1...max(1, Int(total)))
        else { return nil }
        return parts.flatMap { $0.payload.dropping(14).slice }
    }

    /// How pixels of `layout` become sRGB.
    func color(of layout: PixelLayout) -> ColorConversion {
        ColorConversion(
            colorProfile,
            isEmbedded: hasColorProfile,
            for: layout,
            mayHaveBeenGray: false
        )
    }

    /// Whether there are bytes beside the segments of the header, or between or in segments behind it that no decoder needs.
    ///
    /// Fill bytes in front of a marker are none: they say nothing, and a file is not written anew for them.
    var hasStrayBytes: Bool {
        let ends = [2] + header.map(\.range.upperBound)
        let gaps = zip(ends, header.map(\.range.lowerBound) + [scanStart]).map { $0..<$1 }
        return scanParts.leaveBytesOut || !gaps.allSatisfy(file.isFill)
    }

    /// Whether there is any part of a colour profile.
    var hasColorProfile: Bool { !profileSegments.isEmpty }

    private var profileSegments: [Segment] {
        header.filter(\.isColorProfile)
    }
}

extension JPEGStructure.Segment {
    /// Whether an EXIF block.
    var isEXIF: Bool {
        marker == JPEGMarker.application(1) && payload.starts(with: "Exif\0\0")
    }

    /// Whether a part of an ICC profile.
    var isColorProfile: Bool {
        marker == JPEGMarker.application(2) && payload.starts(with: "ICC_PROFILE\0") && payload.count > 14
    }

    /// Which part of the profile, from 1.
    var profilePartNumber: Int {
        payload.byte(12).map(Int.init) ?? 0
    }
}
