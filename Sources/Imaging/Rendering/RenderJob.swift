/// All renditions of one source, planned from its header.
struct RenderJob {
    /// Takes a finished rendition and its index.
    typealias Delivery = (Int, RenderedImage) throws(ImagingError) -> Void

    private struct Item {
        let index: Int
        let plan: RenditionPlan
        let geometry: RenditionGeometry
    }

    private let info: ImageInfo
    private let items: [Item]
    private let limits: ImageLimits
    /// At which scale the source is decoded.
    let scale: DecodeScale

    /// Plans the renditions of a source with the header `info`.
    ///
    /// - Throws: `invalidRendition`, or an error of the limits: nothing is allocated for a job beyond them.
    init(_ info: ImageInfo, _ plans: [RenditionPlan], _ limits: ImageLimits) throws(ImagingError) {
        var items: [Item] = []
        for (index, plan) in plans.enumerated() {
            let geometry = try RenditionGeometry(plan.resize, source: info.size)
            try Self.check(geometry.canvas, plan.encoding, limits)
            items.append(Item(index: index, plan: plan, geometry: geometry))
        }
        self.info = info
        self.items = items
        self.limits = limits
        scale = DecodeScale(info.format, items.map { ($0.geometry, $0.plan.resize.filter) })
        try limits.admit(memoryByteCount: memoryByteCount)
    }

    private static func check(
        _ size: PixelSize,
        _ encoding: Encoding,
        _ limits: ImageLimits
    ) throws(ImagingError) {
        try limits.admit(size, as: "the rendition")
        guard max(size.width, size.height) <= encoding.maximumSide else {
            throw ImagingError(.invalidRendition, "\(encoding.format.rawValue) cannot store \(size)")
        }
    }

    /// Bytes that the job holds at once, at most.
    private var memoryByteCount: Int {
        let decoded = scale.applied(to: info.storedSize)
        return items.reduce(info.wholeImageByteCount) { sum, item in
            let final = RowFormat(size: item.geometry.canvas, layout: .rgba)
            let tapCount =
                2 * item.plan.resize.filter.support
                * max(1, item.geometry.box.height / Double(final.size.height))
            let ring = Int(tapCount) / scale.denominator * decoded.width * 8
            let turned = info.orientation == .up ? 0 : final.byteCount
            return sum + ring + turned + item.plan.encoding.memoryByteCount(for: final)
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
            consumers.append(try pipeline.make(item.plan, item.geometry, sink: sink(for: item, deliver)))
        }
        if items.contains(where: { self.halvings($0) > halvings }) {
            let halved = Halver.format(halving: format)
            consumers.append(
                Halver(format, next: try level(halvings + 1, halved, decodedSize, profile, deliver))
            )
        }
        return RowFanOut(consumers)
    }

    private func halvings(_ item: Item) -> Int {
        scale.halvings(item.geometry, item.plan.resize.filter)
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

    private func sink(for item: Item, _ deliver: @escaping Delivery) -> any ByteSink {
        ByteCollector { bytes throws(ImagingError) in
            let format = item.plan.encoding.format
            try deliver(item.index, RenderedImage(bytes: bytes, format: format, size: item.geometry.canvas))
        }
    }
}
