/// The steps between a reduced picture and the end of its rows.
struct RenditionPipeline {
    private let end: RenderItem.End
    private let geometry: RenditionGeometry
    private let chain: OperationChain
    private let orientation: Orientation
    private let color: ColorConversion
    /// How a file is written that can take the planes as they are; nil where they are joined to RGB first.
    private let planeEncoding: PlaneEncoding?
    /// The planes that the pipeline takes, in stored orientation.
    let planes: [PlaneGrid]

    /// The pipeline of `item`, a picture of `source` whose rows come in planes like `decoded`.
    init(
        _ item: RenderItem,
        planes decoded: [PlaneGrid],
        of source: SourceGeometry,
        _ color: ColorConversion
    ) {
        end = item.end
        geometry = item.geometry
        chain = item.chain
        planeEncoding = color.isNeeded ? nil : item.planeEncoding
        orientation = source.orientation
        self.color = color
        let box = geometry.box.stored(by: orientation, in: source.storedSize)
        let size = orientation.applied(to: geometry.picture)
        let luma = PlaneGrid(
            layout: decoded[0].layout,
            columns: GridAxis(origin: box.left, pitch: box.width / Double(size.width), count: size.width),
            rows: GridAxis(origin: box.top, pitch: box.height / Double(size.height), count: size.height)
        )
        guard decoded.count > 1 else {
            planes = [luma]
            return
        }
        let chroma = Self.chroma(of: luma, planeEncoding?.chromaSubsampling.factors ?? (1, 1), orientation)
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

    /// The consumers of the planes; what becomes of the rows is delivered to `common`, or goes to the consumer of a tap.
    func make(
        for common: RenderEnd,
        limits: ImageLimits
    ) throws(ImagingError) -> [any RowConsumer] {
        let isPlanar = planes.count > 1
        let layout = isPlanar ? PixelLayout.rgb : planes[0].layout
        let upright = RowFormat(size: geometry.picture, layout: layout)
        let next: any RowConsumer
        switch end {
        case .rows(let tap): next = try tap.open(upright)
        case .edits(let open): next = try open(upright, color.isIgnored ? .ignored : .none)
        case .file(let file, let recipients):
            let sink = sink(file, recipients, common)
            let block = EXIFWriter(common.exif, keeping: file.metadata).block
            if isPlanar, let planeEncoding {
                sink.journal.note([.encode(file.encoding)])
                return try inlets(planeEncoding, exif: block, limits: limits, sink)
            }
            next = try rows(of: upright, file, limits: limits, sink.journal) { format throws(ImagingError) in
                try file.encoding.encoder(
                    format,
                    exif: block,
                    atMost: file.maximumByteCount,
                    limits: limits,
                    batch: common.webps,
                    account: common.account,
                    sink: sink.bytes(for: format.size),
                    chosen: { chosen in
                        let encoding = chosen.carriedOut(on: format.layout)
                        sink.journal.note([.encode(encoding, isGray: format.layout == .gray)])
                    }
                )
            }
        }
        let rows = inSRGB(layout, next: turned(layout, next: next))
        return isPlanar ? PlaneJoin(width: planes[0].columns.count, next: rows).inlets : [rows]
    }

    private func sink(
        _ file: RenditionFile,
        _ recipients: [RenditionRecipient],
        _ common: RenderEnd
    ) -> RenditionSink {
        let notices: Set<RenderedImage.Notice> = color.isIgnored ? [.ignoredProfile] : []
        return RenditionSink(file: file, recipients: recipients, notices: notices, end: common)
    }

    private func inlets(
        _ encoding: PlaneEncoding,
        exif: [UInt8]?,
        limits: ImageLimits,
        _ end: RenditionSink
    ) throws(ImagingError) -> [any RowConsumer] {
        let (size, sink, batch) = (geometry.canvas, end.bytes(for: geometry.canvas), end.end.webps)
        let inlets =
            switch encoding {
            case .jpeg(let options):
                try JPEGPlaneEncoder(size, options, exif: exif, limits: limits, sink: sink).inlets
            case .webp(let options):
                try WebPEncoder(
                    planes: size,
                    options,
                    exif: exif,
                    limits: limits,
                    stream: orientation.turnsRowByRow,
                    batch: batch,
                    sink: sink
                ).inlets
            }
        guard !orientation.turnsRowByRow else {
            return zip(planes, inlets).map { plane, inlet in
                orientation == .up ? inlet : TurnStage(plane.format, orientation, next: inlet)
            }
        }
        return PlaneBuffer(planes.map(\.format), orientation) { inlets }.inlets
    }

    /// The steps that take upright interleaved rows: canvas → operations → change of layout → encoder.
    private func rows(
        of upright: RowFormat,
        _ file: RenditionFile,
        limits: ImageLimits,
        _ journal: StepJournal,
        _ openEncoder: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        try geometry.framed(upright, background: file.background ?? .clear) { framed throws(ImagingError) in
            try chain.consumer(of: framed, limits: limits, journal) { edited throws(ImagingError) in
                if file.encoding.dropsAlpha(of: edited.layout) {
                    journal.note([.flatten(file.encoding.background)])
                }
                return try file.encoding.converting(edited, openEncoder)
            }
        }
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
}
