/// The steps between a decoder's rows and one rendition's file.
struct RenditionPipeline {
    /// The rows that come in, in stored order.
    let input: RowFormat
    /// How many pixels of the stored picture a pixel that comes in stands for, along each side.
    let pitch: (horizontal: Double, vertical: Double)
    /// How the rows become upright.
    let orientation: Orientation
    /// The size of the stored picture.
    let storedSize: PixelSize
    /// The colour profile of the rows.
    let profile: [UInt8]?
    /// What the rendition may cost.
    let limits: ImageLimits

    /// The first step; rows given to it end as a file in `sink`.
    func make(
        _ plan: RenditionPlan,
        _ geometry: RenditionGeometry,
        sink: any ByteSink
    ) throws(ImagingError) -> any RowConsumer {
        let around = background(of: plan, geometry)
        let final = RowFormat(size: geometry.canvas, layout: layout(of: plan, around))
        var next = try plan.encoding.encoder(final, profile: profile, limits: limits, sink: sink)
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
        if final.layout != input.layout {
            let upright = RowFormat(size: geometry.picture, layout: input.layout)
            next = LayoutStage(upright, to: final.layout, background: plan.encoding.background, next: next)
        }
        return reduced(geometry, plan.resize.filter, next: next)
    }

    /// The first step; rows given to it end at the consumer that `tap` opens.
    func make(_ tap: RowTap, _ geometry: RenditionGeometry) throws(ImagingError) -> any RowConsumer {
        let upright = RowFormat(size: geometry.picture, layout: input.layout)
        return reduced(geometry, tap.resize.filter, next: try tap.open(upright, profile))
    }

    /// The steps to an upright picture of the geometry's size, in the layout of the input.
    private func reduced(
        _ geometry: RenditionGeometry,
        _ filter: ResampleFilter,
        next: any RowConsumer
    ) -> any RowConsumer {
        let reduced = RowFormat(size: orientation.applied(to: geometry.picture), layout: input.layout)
        let turned = orientation == .up ? next : TurnStage(reduced, orientation, next: next)
        return resampled(to: reduced.size, geometry, filter, next: turned)
    }

    /// What lies around the picture; nil where it fills its canvas.
    private func background(of plan: RenditionPlan, _ geometry: RenditionGeometry) -> Color? {
        guard geometry.canvas != geometry.picture else { return nil }
        let background = plan.resize.background ?? .clear
        return plan.encoding.format == .jpeg ? background.laid(on: plan.encoding.background) : background
    }

    private func layout(of plan: RenditionPlan, _ around: Color?) -> PixelLayout {
        plan.encoding.layout(
            for: input.layout,
            needsAlpha: around.map { $0.alpha < 255 } ?? false,
            needsColor: around.map { !$0.isGray } ?? false
        )
    }

    private func resampled(
        to size: PixelSize,
        _ geometry: RenditionGeometry,
        _ filter: ResampleFilter,
        next: any RowConsumer
    ) -> any RowConsumer {
        let box = geometry.box.stored(by: orientation, in: storedSize)
        let columns = ResampleAxis(
            inputCount: input.size.width,
            origin: box.left / pitch.horizontal,
            length: box.width / pitch.horizontal,
            outputCount: size.width
        )
        let rows = ResampleAxis(
            inputCount: input.size.height,
            origin: box.top / pitch.vertical,
            length: box.height / pitch.vertical,
            outputCount: size.height
        )
        guard !columns.isIdentity || !rows.isIdentity else { return next }
        return Resampler(input, columns: columns, rows: rows, filter, next: next)
    }
}
