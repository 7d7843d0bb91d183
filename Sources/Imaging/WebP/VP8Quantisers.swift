/// How coarse the luma of a VP8 key frame is, by its frame header (RFC 6386 sections 9.2 to 9.6 and 19.2).
struct VP8Quantisers: Hashable {
    /// A segment of the frame: its quantiser, and its share of the macroblocks as the header's probabilities tell it.
    struct Segment: Hashable {
        /// Index of the quantiser, 0 (fine) … 127 (coarse).
        let index: Int
        /// Share of the macroblocks, 0…1.
        let part: Double
    }

    /// The segments: one, or four of which some may be empty.
    let segments: [Segment]

    /// Reads the header in `frame`, the data of a `VP8 ` chunk; nil where it is cut off or that of no key frame.
    init?(_ frame: ByteView) {
        guard let tag = frame.number(0, byteCount: 3, bigEndian: false), tag & 1 == 0,
            let partition = frame.part(10, tag >> 5)
        else { return nil }
        var header = VP8BooleanDecoder(partition)
        // The colour space and whether samples have to be clamped.
        guard header.number(2) != nil, let isSegmented = header.boolean(),
            let segmentation = isSegmented ? Segmentation(&header) : Segmentation.none,
            Self.skipLoopFilter(&header),
            // How many partitions of coefficients follow.
            header.number(2) != nil, let index = header.number(7)
        else { return nil }
        segments = zip(segmentation.indices, segmentation.parts).map { value, part in
            Segment(index: min(127, max(0, segmentation.isAbsolute ? value : index + value)), part: part)
        }
    }

    private static func skipLoopFilter(_ header: inout VP8BooleanDecoder) -> Bool {
        // The type, six bits of level and three of sharpness.
        guard header.number(10) != nil, let hasAdjustments = header.boolean() else { return false }
        guard hasAdjustments else { return true }
        guard let areUpdated = header.boolean() else { return false }
        return !areUpdated || (0..<8).allSatisfy { _ in header.optionalSignedNumber(6) != nil }
    }
}

extension VP8Quantisers {
    /// What the header says of segments (RFC 6386 sections 9.3 and 19.2).
    private struct Segmentation {
        /// Whether the indices stand for themselves; otherwise they are added to the frame's.
        var isAbsolute = false
        /// Index of each segment's quantiser.
        var indices = [0, 0, 0, 0]
        /// Share of the macroblocks in each segment.
        var parts = [1.0, 0, 0, 0]

        /// Of a frame without segments.
        static let none = Segmentation()

        private init() {}

        init?(_ header: inout VP8BooleanDecoder) {
            guard let updatesMap = header.boolean(), let updatesData = header.boolean() else { return nil }
            guard !updatesData || readData(&header) else { return nil }
            guard !updatesMap || readMap(&header) else { return nil }
        }

        private mutating func readData(_ header: inout VP8BooleanDecoder) -> Bool {
            guard let isAbsolute = header.boolean() else { return false }
            self.isAbsolute = isAbsolute
            for segment in 0..<4 {
                guard let index = header.optionalSignedNumber(7) else { return false }
                indices[segment] = index
            }
            return (0..<4).allSatisfy { _ in header.optionalSignedNumber(6) != nil }
        }

        /// The probabilities of the tree of segments: of the first two, of the first of these, of the first of the others.
        private mutating func readMap(_ header: inout VP8BooleanDecoder) -> Bool {
            var tree: [Double] = []
            for _ in 0..<3 {
                guard let isThere = header.boolean(), let value = isThere ? header.number(8) : 255 else {
                    return false
                }
                tree.append(Double(value) / 255)
            }
            let (both, first, third) = (tree[0], tree[1], tree[2])
            parts = [both * first, both * (1 - first), (1 - both) * third, (1 - both) * (1 - third)]
            return true
        }
    }
}
