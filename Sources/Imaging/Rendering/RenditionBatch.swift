/// All pictures that are made from the rows of one picture in the same pass.
struct RenditionBatch {
    private let items: [RenderItem]
    private let source: SourceGeometry
    private let limits: ImageLimits
    /// At which scale the rows are decoded.
    let scale: DecodeScale

    /// Plans what is made of rows that a decoder of that `ability` gives: one file for all renditions that come to the same.
    ///
    /// - Throws: `invalidRendition`, `impossibleOperation` or an error of the limits.
    init(
        _ picture: PicturePlan,
        of source: SourceGeometry,
        _ ability: DecodeScale.Ability,
        _ limits: ImageLimits
    ) throws(ImagingError) {
        var items: [RenderItem] = []
        for (index, plan) in picture.renditions.enumerated() {
            let item = try RenderItem(plan, at: index, of: source, limits)
            let isServed = items.indices.contains { items[$0].serve(item) }
            if !isServed { items.append(item) }
        }
        for tap in picture.taps {
            items.append(try RenderItem(tap, of: source, limits))
        }
        try limits.admit(outputPixelCount: items.reduce(0) { $0 + $1.size.pixelCount })
        self.init(items, of: source, ability, limits)
    }

    /// Items that are planned already, for rows from a decoder of that `ability`.
    init(
        _ items: [RenderItem],
        of source: SourceGeometry,
        _ ability: DecodeScale.Ability,
        _ limits: ImageLimits
    ) {
        self.items = items
        self.source = source
        self.limits = limits
        scale = DecodeScale(ability, items)
    }

    /// Whether every picture can be made from the rows directly, although the source is resized before: by one filter for both.
    var needsNoStepBetween: Bool {
        guard let resize = source.resize else { return true }
        // A pixel of the source's size, in pixels of the rows.
        let across = source.box.width / Double(source.size.width)
        let down = source.box.height / Double(source.size.height)
        return items.allSatisfy { item in
            let (box, picture) = (item.geometry.box, item.geometry.picture)
            return item.resize.weighs(like: resize)
                && box.width >= Double(picture.width) * across - 1e-6
                && box.height >= Double(picture.height) * down - 1e-6
        }
    }

    /// Whether the renditions are reduced as planes of Y, Cb and Cr.
    ///
    /// Only where an encoder takes planes: otherwise they are converted to RGB in the end, which rounds once more and clips means
    /// instead of decoded pixels. `nearest` picks samples as they are stored.
    var takesPlanes: Bool {
        items.contains { $0.planeEncoding != nil || $0.resize.filter == .nearest }
            && !items.contains(where: \.reducesColors)
    }

    /// Whether no rendition needs more than a quarter of the chroma samples.
    var subsamplesChroma: Bool {
        items.allSatisfy(\.subsamplesChroma)
    }

    /// Bytes that are held at once, at most.
    var memoryByteCount: Int {
        let decoded = scale.applied(to: source.storedSize)
        return items.reduce(waitingByteCount) { sum, item in
            let final = RowFormat(size: item.geometry.canvas, layout: .rgba)
            let tapCount =
                2 * item.resize.filter.support * max(1, item.geometry.box.height / Double(final.size.height))
            let ring = Int(tapCount) / scale.denominator * decoded.width * 8
            let turned = source.orientation == .up ? 0 : final.byteCount
            return sum + ring + turned + item.memoryByteCount
        }
    }

    /// Bytes of the planes from which others are reduced while the largest WebP is encoded, at most.
    private var waitingByteCount: Int {
        items.map { item in
            guard case .webp = item.planeEncoding else { return 0 }
            return item.size.pixelCount * 3 / 2
        }.max() ?? 0
    }

    /// What all pictures take together, in the steps of `PixelWork`.
    var work: Int {
        items.reduce(0) { $0 + $1.work }
    }

    /// The consumers of the planes of the rows, whose colours become sRGB by `color`.
    func consumers(
        of planes: [PlaneGrid],
        _ color: ColorConversion,
        _ end: RenderEnd
    ) throws(ImagingError) -> [any RowConsumer] {
        if color.isNeeded, items.contains(where: \.resize.usesLinearLight) {
            // How much light a level stands for is known of sRGB's levels, not of the source's own.
            let format = planes[0].format
            let work = format.size.pixelCount * PixelWork.colorConversion
            try end.account.take(work, for: "bringing every pixel to sRGB before its light is averaged")
            return [ColorStage(format, color, next: try consumers(of: planes, .none, end)[0])]
        }
        let pipelines = items.map { RenditionPipeline($0, planes: planes, of: source, color) }
        let targets = zip(items, pipelines).map {
            ReductionTree.Target(
                planes: $1.planes,
                filter: $0.resize.filter,
                usesLinearLight: $0.resize.usesLinearLight
            )
        }
        let extent = GridExtent(source.storedExtent, of: source.storedSize)
        let tree = ReductionTree(decoded: planes, within: extent, targets)
        return try ReductionGraph(extent, end.webps).consumers(of: tree.root) { index throws(ImagingError) in
            try pipelines[index].make(for: end, limits: limits)
        }
    }
}
