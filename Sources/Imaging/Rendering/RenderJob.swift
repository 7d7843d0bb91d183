/// All renditions of one source, planned from its header.
struct RenderJob {
    /// Takes a finished rendition and its index.
    typealias Delivery = (Int, RenderedImage) throws(ImagingError) -> Void

    private let info: ImageInfo
    private let items: [RenderItem]
    private let limits: ImageLimits
    /// At which scale the source is decoded.
    let scale: DecodeScale

    /// Plans the renditions of a source with the header `info`.
    ///
    /// - Throws: `invalidRendition`, or an error of the limits: nothing is allocated for a job beyond them.
    init(
        _ info: ImageInfo,
        _ plans: [RenditionPlan],
        _ taps: [RowTap],
        _ limits: ImageLimits
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
        self.info = info
        self.items = items
        self.limits = limits
        scale = DecodeScale(info.format, items.map { ($0.geometry, $0.resize.filter) })
        try limits.admit(memoryByteCount: memoryByteCount)
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

    /// Decodes once and gives every rendition to `deliver` when it is complete.
    func run<Decoder: ImageDecoder & ~Copyable>(
        _ decoder: consuming Decoder,
        _ deliver: @escaping Delivery
    ) throws(ImagingError) {
        let consumer = try level(0, decoder.format, decoder.format.size, decoder.colorProfile, deliver)
        try decoder.pump(into: consumer, limits: limits)
    }

    /// The consumers of rows that were halved `halvings` times, and of those that will be halved further.
    private func level(
        _ halvings: Int,
        _ format: RowFormat,
        _ decodedSize: PixelSize,
        _ profile: [UInt8]?,
        _ deliver: @escaping Delivery
    ) throws(ImagingError) -> any RowConsumer {
        var consumers: [any RowConsumer] = []
        let pipeline = RenditionPipeline(
            input: format,
            pitch: pitch(halvings, decodedSize),
            orientation: info.orientation,
            storedSize: info.storedSize,
            profile: profile,
            limits: limits
        )
        for item in items where self.halvings(item) == halvings {
            switch item.end {
            case .file(let index, let plan):
                consumers.append(
                    try pipeline.make(plan, item.geometry, sink: sink(index, plan, item.geometry, deliver))
                )
            case .rows(let tap): consumers.append(try pipeline.make(tap, item.geometry))
            }
        }
        if items.contains(where: { self.halvings($0) > halvings }) {
            let halved = Halver.format(halving: format)
            consumers.append(
                Halver(format, next: try level(halvings + 1, halved, decodedSize, profile, deliver))
            )
        }
        return RowFanOut(consumers)
    }

    private func halvings(_ item: RenderItem) -> Int {
        scale.halvings(item.geometry, item.resize.filter)
    }

    /// libjpeg's last column stands for part of a pixel; libwebp spreads the picture over all columns.
    private func pitch(_ halvings: Int, _ decoded: PixelSize) -> (horizontal: Double, vertical: Double) {
        let halved = Double(1 << halvings)
        guard info.format == .webp else {
            return (halved * Double(scale.denominator), halved * Double(scale.denominator))
        }
        return (
            halved * Double(info.storedSize.width) / Double(decoded.width),
            halved * Double(info.storedSize.height) / Double(decoded.height)
        )
    }

    private func sink(
        _ index: Int,
        _ plan: RenditionPlan,
        _ geometry: RenditionGeometry,
        _ deliver: @escaping Delivery
    ) -> any ByteSink {
        ByteCollector { bytes throws(ImagingError) in
            try deliver(
                index,
                RenderedImage(bytes: bytes, format: plan.encoding.format, size: geometry.canvas)
            )
        }
    }
}
