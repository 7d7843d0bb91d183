/// All renditions of one source, planned from its header.
struct RenderJob {
    /// Takes a finished rendition and its index.
    typealias Delivery = (Int, RenderedImage) throws(ImagingError) -> Void

    private let info: ImageInfo
    private let items: [RenderItem]
    private let limits: ImageLimits
    /// What the decoder is to do with damage, and whether it found some.
    let damage: SourceDamage
    /// At which scale the source is decoded.
    let scale: DecodeScale

    /// Plans the renditions of a source with the header `info`.
    ///
    /// - Throws: `invalidRendition`, or an error of the limits: nothing is allocated for a job beyond them.
    init(
        _ info: ImageInfo,
        _ plans: [RenditionPlan],
        _ taps: [RowTap],
        _ limits: ImageLimits,
        _ damage: SourceDamage
    ) throws(ImagingError) {
        var items: [RenderItem] = []
        for (index, plan) in plans.enumerated() {
            items.append(try RenderItem(plan, at: index, source: info.size))
        }
        for tap in taps {
            items.append(try RenderItem(tap, source: info.size))
        }
        for item in items {
            try item.check(limits)
        }
        try limits.admit(outputPixelCount: items.reduce(0) { $0 + $1.geometry.canvas.pixelCount })
        self.info = info
        self.items = items
        self.limits = limits
        self.damage = damage
        scale = DecodeScale(info.format, items.map { ($0.geometry, $0.resize) })
        try limits.admit(memoryByteCount: memoryByteCount)
    }

    /// Whether some rendition needs pixels of red, green and blue to be reduced from.
    var reducesColors: Bool {
        items.contains { $0.resize.usesLinearLight }
    }

    /// Whether no rendition needs more than a quarter of the chroma samples.
    var subsamplesChroma: Bool {
        items.allSatisfy { $0.planeOptions?.chromaSubsampling == .quarter }
    }

    /// Bytes that the job holds at once, at most.
    private var memoryByteCount: Int {
        let decoded = scale.applied(to: info.storedSize)
        return items.reduce(info.wholeImageByteCount) { sum, item in
            let final = RowFormat(size: item.geometry.canvas, layout: .rgba)
            let tapCount =
                2 * item.resize.filter.support
                * max(1, item.geometry.box.height / Double(final.size.height))
            let ring = Int(tapCount) / scale.denominator * decoded.width * 8
            let turned = info.orientation == .up ? 0 : final.byteCount
            return sum + ring + turned + item.endByteCount
        }
    }

    /// Decodes once, brings the colours of the reduced pictures to sRGB, and gives every rendition to `deliver` when it is complete.
    func run<Decoder: ImageDecoder & ~Copyable>(
        _ decoder: consuming Decoder,
        _ color: ColorConversion,
        _ deliver: @escaping Delivery
    ) throws(ImagingError) {
        let pipelines = items.map { item in
            RenditionPipeline(
                item,
                source: decoder.planes,
                color: color,
                damage: damage,
                orientation: info.orientation,
                storedSize: info.storedSize
            )
        }
        let targets = zip(items, pipelines).map {
            ReductionTree.Target(
                planes: $1.planes,
                filter: $0.resize.filter,
                usesLinearLight: $0.resize.usesLinearLight
            )
        }
        let tree = ReductionTree(decoded: decoder.planes, of: info.storedSize, targets)
        let consumers = try ReductionGraph().consumers(of: tree.root) { index throws(ImagingError) in
            try pipelines[index].make(exif: info.exif, limits: limits, deliver)
        }
        try decoder.decode(into: consumers, limits: limits)
    }
}
