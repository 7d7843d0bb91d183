/// The frame header of a JPEG (ITU-T T.81 B.2.2).
struct JPEGFrame {
    /// One colour component and its sampling factors.
    struct Component {
        /// What scans call it.
        let identifier: UInt8
        /// Samples of a row of an MCU, in blocks.
        let horizontalSampling: Int
        /// Samples of a column of an MCU, in blocks.
        let verticalSampling: Int
    }

    /// Width and height in pixels.
    var size = PixelSize(width: 0, height: 0)
    /// The colour components.
    var components: [Component] = []
    /// Whether coefficients come in successive refinements (SOF2).
    var isProgressive = false

    /// An empty frame.
    init() {}

    /// Reads an SOFn segment.
    ///
    /// - Throws: `unsupportedFormat` for lossless, hierarchical, arithmetic or 12-bit frames and such without a height;
    ///   `damaged` for fields out of range.
    init(_ segment: JPEGStructure.Segment) throws(ImagingError) {
        let payload = segment.payload
        guard 0xc0...0xc2 ~= segment.marker else {
            throw ImagingError(.unsupportedFormat, "a JPEG of coding process SOF\(segment.marker - 0xc0)")
        }
        guard let precision = payload.byte(0), let count = payload.byte(5),
            let height = payload.number(1, byteCount: 2, bigEndian: true),
            let width = payload.number(3, byteCount: 2, bigEndian: true)
        else { throw ImagingError(.damaged, "the JPEG's frame header is too short") }
        guard precision == 8, height > 0 else {
            throw ImagingError(.unsupportedFormat, "a JPEG of \(precision) bits and \(height) rows")
        }
        guard width > 0 else { throw ImagingError(.damaged, "the JPEG has rows without pixels") }
        size = PixelSize(width: width, height: height)
        isProgressive = segment.marker == 0xc2
        components = try Self.components(in: payload, Int(count))
    }

    private static func components(in payload: ByteView, _ count: Int) throws(ImagingError) -> [Component] {
        guard 1...4 ~= count, count != 2 else {
            throw ImagingError(.unsupportedFormat, "a JPEG of \(count) components")
        }
        var components: [Component] = []
        for index in 0..<count {
            guard let identifier = payload.byte(6 + 3 * index), let factors = payload.byte(7 + 3 * index),
                1...4 ~= factors >> 4, 1...4 ~= factors & 15
            else {
                throw ImagingError(.damaged, "the JPEG's sampling factors are missing or out of range")
            }
            components.append(
                Component(
                    identifier: identifier,
                    horizontalSampling: Int(factors >> 4),
                    verticalSampling: Int(factors & 15)
                )
            )
        }
        return components
    }

    /// Bytes of all DCT coefficients, which the turner holds, and the decoder of scans that are not joined.
    var coefficientByteCount: Int {
        blockCount(of: components) * 64 * MemoryLayout<Int16>.size
    }

    /// How far chroma stays coarser than luma after scaled decoding.
    ///
    /// Outputs with fewer chroma samples than pixels need no more than the usual kinds of chroma have.
    var residualSubsampling: ResidualSubsampling {
        let coarsest = coarsestResidue
        return ResidualSubsampling(
            forSubsampledOutputs: hasUsualSampling ? 1 : coarsest,
            forFullOutputs: coarsest
        )
    }

    /// libjpeg halves a component's scale less often than the picture's as long as both of its sides allow it.
    private var coarsestResidue: Int {
        let horizontal = components.map(\.horizontalSampling).max() ?? 1
        let vertical = components.map(\.verticalSampling).max() ?? 1
        return components.reduce(1) { most, component in
            var across = (horizontal + component.horizontalSampling - 1) / component.horizontalSampling
            var down = (vertical + component.verticalSampling - 1) / component.verticalSampling
            while across % 2 == 0, down % 2 == 0 { (across, down) = (across / 2, down / 2) }
            return max(most, across, down)
        }
    }

    /// Whether each component after the first has one block in an MCU, and the first one or two along a side.
    private var hasUsualSampling: Bool {
        components.enumerated().allSatisfy { index, component in
            let most = index == 0 ? 2 : 1
            return component.horizontalSampling <= most && component.verticalSampling <= most
        }
    }

    /// Blocks of 8 × 8 samples of some of the components.
    func blockCount(of components: [Component]) -> Int {
        let horizontal = self.components.map(\.horizontalSampling).max() ?? 1
        let vertical = self.components.map(\.verticalSampling).max() ?? 1
        let unitsPerRow = (size.width + 8 * horizontal - 1) / (8 * horizontal)
        let unitRows = (size.height + 8 * vertical - 1) / (8 * vertical)
        let blocksPerUnit = components.reduce(0) { $0 + $1.horizontalSampling * $1.verticalSampling }
        return unitsPerRow * unitRows * blocksPerUnit
    }
}
