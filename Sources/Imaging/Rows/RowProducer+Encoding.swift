extension RowProducer where Self: ~Copyable {
    /// All rows as a file in the producer's own layout.
    package mutating func encode(
        as encoding: Encoding,
        limits: ImageLimits = ImageLimits()
    ) throws(ImagingError) -> [UInt8] {
        var file: [UInt8] = []
        let sink = ByteCollector { file = $0 }
        let layout = encoding.layout(for: format.layout, needsAlpha: false, needsColor: false)
        let final = RowFormat(size: format.size, layout: layout)
        var next = try encoding.encoder(final, exif: nil, limits: limits, sink: sink)
        if layout != format.layout {
            next = LayoutStage(format, to: layout, background: encoding.background, next: next)
        }
        try pump(into: next, limits: limits)
        return file
    }
}
