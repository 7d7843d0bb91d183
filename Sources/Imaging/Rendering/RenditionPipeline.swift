/// The steps between a reduced picture and the end of its rows.
struct RenditionPipeline {
    private let end: RenderItem.End
    private let geometry: RenditionGeometry
    private let orientation: Orientation
    private let color: ColorConversion
    private let damage: SourceDamage
    /// How a JPEG is written that can take the planes as they are; nil where they are joined to RGB first.
    private let planeOptions: Encoding.JPEGOptions?
    /// The planes that the pipeline takes, in stored orientation.
    let planes: [PlaneGrid]

    /// The pipeline of `item` for pictures of the same kind as `source`.
    init(
        _ item: RenderItem,
        source: [PlaneGrid],
        color: ColorConversion,
        damage: SourceDamage,
        orientation: Orientation,
        storedSize: PixelSize
    ) {
        end = item.end
        geometry = item.geometry
        planeOptions = color.isNeeded ? nil : item.planeOptions
        self.orientation = orientation
        self.color = color
        self.damage = damage
        let box = geometry.box.stored(by: orientation, in: storedSize)
        let size = orientation.applied(to: geometry.picture)
        let luma = PlaneGrid(
            layout: source[0].layout,
            columns: GridAxis(origin: box.left, pitch: box.width / Double(size.width), count: size.width),
            rows: GridAxis(origin: box.top, pitch: box.height / Double(size.height), count: size.height)
        )
        guard source.count > 1 else {
            planes = [luma]
            return
        }
        let chroma = Self.chroma(of: luma, planeOptions?.chromaSubsampling.factors ?? (1, 1), orientation)
        planes = [luma, chroma, chroma]
    }

    private static func chroma(
        of luma: PlaneGrid,
        _ factors: (horizontal: Int, vertical: Int),
        _ orientation: Orientation
    ) -> PlaneGrid {
        let (across, down) =
            orientation.swapsSides
            ? (factors.vertical, factors.horizontal) : (factors.horizontal, factors.vertical)
        return PlaneGrid(
            layout: .gray,
            columns: luma.columns.subsampled(by: across, reversed: orientation.reversesColumns),
            rows: luma.rows.subsampled(by: down, reversed: orientation.reversesRows)
        )
    }

    /// The consumers of the planes; what becomes of the rows goes to `deliver`, or to the consumer of a tap.
    func make(
        exif: EXIF?,
        limits: ImageLimits,
        _ deliver: @escaping RenderJob.Delivery
    ) throws(ImagingError) -> [any RowConsumer] {
        let isPlanar = planes.count > 1
        let layout = isPlanar ? PixelLayout.rgb : planes[0].layout
        let next: any RowConsumer
        switch end {
        case .rows(let tap):
            let upright = RowFormat(size: geometry.picture, layout: layout)
            next = turned(layout, next: try tap.open(upright))
        case .file(let index, let plan):
            let sink = sink(index, plan, deliver)
            let block = EXIFWriter(exif, keeping: plan.metadata).block
            if isPlanar, let options = planeOptions {
                return try encoder(options, block, sink)
            }
            next = try rows(of: layout, plan, block, limits, sink)
        }
        let rows = inSRGB(layout, next: next)
        return isPlanar ? PlaneJoin(width: planes[0].columns.count, next: rows).inlets : [rows]
    }

    private func sink(
        _ index: Int,
        _ plan: RenditionPlan,
        _ deliver: @escaping RenderJob.Delivery
    ) -> any ByteSink {
        let size = geometry.canvas
        let (isIgnored, damage) = (color.isIgnored, damage)
        return ByteCollector { bytes throws(ImagingError) in
            var notices: Set<RenderedImage.Notice> = isIgnored ? [.ignoredProfile] : []
            if damage.isFound {
                notices.insert(.damagedSource)
            }
            if let maximum = plan.maximumByteCount, bytes.count > maximum {
                notices.insert(.missedSizeLimit)
            }
            let format = plan.encoding.format
            try deliver(index, RenderedImage(bytes: bytes, format: format, size: size, notices: notices))
        }
    }

    private func encoder(
        _ options: Encoding.JPEGOptions,
        _ exif: [UInt8]?,
        _ sink: any ByteSink
    ) throws(ImagingError) -> [any RowConsumer] {
        let encoder = try JPEGPlaneEncoder(geometry.canvas, options, exif: exif, sink: sink)
        return zip(planes, encoder.inlets).map { plane, inlet in
            orientation == .up ? inlet : TurnStage(plane.format, orientation, next: inlet)
        }
    }

    /// The steps that take interleaved rows: turn → change of layout → canvas → encoder.
    ///
    /// An operation on pixels is one more consumer in this list.
    private func rows(
        of layout: PixelLayout,
        _ plan: RenditionPlan,
        _ exif: [UInt8]?,
        _ limits: ImageLimits,
        _ sink: any ByteSink
    ) throws(ImagingError) -> any RowConsumer {
        let around = background(of: plan)
        let final = RowFormat(size: geometry.canvas, layout: finalLayout(of: plan, for: layout, around))
        var next = try plan.encoding.encoder(
            final,
            exif: exif,
            atMost: plan.maximumByteCount,
            limits: limits,
            sink: sink
        )
        if let around {
            next = CanvasStage(
                RowFormat(size: geometry.picture, layout: final.layout),
                size: geometry.canvas,
                left: geometry.left,
                top: geometry.top,
                background: around,
                next: next
            )
        }
        if final.layout != layout {
            let upright = RowFormat(size: geometry.picture, layout: layout)
            next = LayoutStage(upright, to: final.layout, background: plan.encoding.background, next: next)
        }
        return turned(layout, next: next)
    }

    /// Colours are converted where the picture is smallest: after the reduction.
    private func inSRGB(_ layout: PixelLayout, next: any RowConsumer) -> any RowConsumer {
        let stored = RowFormat(size: planes[0].format.size, layout: layout)
        return color.isNeeded ? ColorStage(stored, color, next: next) : next
    }

    private func turned(_ layout: PixelLayout, next: any RowConsumer) -> any RowConsumer {
        let stored = RowFormat(size: planes[0].format.size, layout: layout)
        return orientation == .up ? next : TurnStage(stored, orientation, next: next)
    }

    /// What lies around the picture; nil where it fills its canvas.
    private func background(of plan: RenditionPlan) -> Color? {
        guard geometry.canvas != geometry.picture else { return nil }
        let background = plan.resize.background ?? .clear
        return plan.encoding.format == .jpeg ? background.laid(on: plan.encoding.background) : background
    }

    private func finalLayout(of plan: RenditionPlan, for layout: PixelLayout, _ around: Color?) -> PixelLayout
    {
        plan.encoding.layout(
            for: layout,
            needsAlpha: around.map { $0.alpha < 255 } ?? false,
            needsColor: around.map { !$0.isGray } ?? false
        )
    }
}
