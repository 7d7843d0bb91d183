extension Resize: OperationStep {
    func size(after size: PixelSize) throws(ImagingError) -> PixelSize {
        try RenditionGeometry(self, source: size).canvas
    }

    func memoryByteCount(for size: PixelSize) -> Int {
        guard let geometry = try? RenditionGeometry(self, source: size) else { return 0 }
        let reach = Double(2 * filter.support + 1)
        let rowCount = reach * max(1, geometry.box.height / Double(geometry.picture.height))
        return (Int(rowCount) + 2) * size.width * 8 + geometry.canvas.width * 32
    }

    func work(on size: PixelSize) -> Int {
        guard let geometry = try? RenditionGeometry(self, source: size) else { return 0 }
        let light = usesLinearLight ? size.pixelCount * PixelWork.lightResampling : 0
        return light + max(size.pixelCount, geometry.canvas.pixelCount) * PixelWork.resampling
    }

    func consumer(
        of input: RowFormat,
        limits: ImageLimits,
        _ open: @escaping RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        let geometry = try RenditionGeometry(self, source: input.size)
        let picture = RowFormat(size: geometry.picture, layout: input.layout)
        let next = try geometry.framed(picture, background: background ?? .clear, open)
        let columns = ResampleAxis(
            inputCount: input.size.width,
            origin: geometry.box.left,
            length: geometry.box.width,
            outputCount: picture.size.width
        )
        let rows = ResampleAxis(
            inputCount: input.size.height,
            origin: geometry.box.top,
            length: geometry.box.height,
            outputCount: picture.size.height
        )
        return Resampler.consumer(
            of: input,
            columns: columns,
            rows: rows,
            filter,
            light: usesLinearLight ? .shared : nil,
            next: next
        )
    }
}

extension RenditionGeometry {
    /// What takes the rows of the picture and lays them on the canvas, in a layout that can show the background.
    func framed(
        _ picture: RowFormat,
        background: Color,
        _ open: RowOpener
    ) throws(ImagingError) -> any RowConsumer {
        guard canvas != picture.size else { return try open(picture) }
        let layout = picture.layout.extended(for: background)
        let framed = CanvasStage(
            RowFormat(size: picture.size, layout: layout),
            size: canvas,
            left: left,
            top: top,
            background: background,
            next: try open(RowFormat(size: canvas, layout: layout))
        )
        return LayoutStage.converting(picture, to: layout, next: framed)
    }
}
