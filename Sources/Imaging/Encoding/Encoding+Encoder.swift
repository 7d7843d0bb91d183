extension Encoding {
    /// The layout of the rows that the encoder takes for rows of `layout`.
    func layout(for layout: PixelLayout) -> PixelLayout {
        switch format {
        case .jpeg: layout == .gray ? .gray : .rgb
        case .png: layout
        case .webp: layout.hasAlpha ? .rgba : .rgb
        }
    }

    /// Whether rows of `layout` lose their transparency.
    func dropsAlpha(of layout: PixelLayout) -> Bool {
        layout.hasAlpha && !self.layout(for: layout).hasAlpha
    }

    /// What takes rows of `input` and gives them to an encoder in a layout that it takes.
    func converting(_ input: RowFormat, _ openEncoder: RowOpener) throws(ImagingError) -> any RowConsumer {
        let layout = layout(for: input.layout)
        let encoder = try openEncoder(RowFormat(size: input.size, layout: layout))
        return layout == input.layout
            ? encoder : LayoutStage(input, to: layout, background: background, next: encoder)
    }

    /// What transparent pixels are laid on where the format has no alpha.
    var background: Color {
        guard case .jpeg(let options) = self else { return .white }
        return options.background
    }

    /// The same as it is carried out on rows of `layout`: without more effort than libwebp has for them.
    func carriedOut(on layout: PixelLayout) -> Encoding {
        guard case .webp(var options) = self else { return self }
        options.method = options.method(for: layout)
        return .webp(options)
    }

    /// Refuses what the format cannot store.
    func admit(_ size: PixelSize) throws(ImagingError) {
        guard max(size.width, size.height) <= format.maximumSide else {
            throw ImagingError(.invalidRendition, "\(format.rawValue) cannot store \(size)")
        }
    }

    /// An encoder of rows of `format` that writes to `sink` a file with the TIFF block `exif`, a WebP with those of `batch`.
    func encoder(
        _ format: RowFormat,
        exif: [UInt8]?,
        limits: ImageLimits,
        batch: WebPBatch? = nil,
        sink: any ByteSink
    ) throws(ImagingError) -> any RowConsumer {
        switch self {
        case .jpeg(let options):
            return try JPEGEncoder(format, options, exif: exif, limits: limits, sink: sink)
        case .png(let options) where options.usesPalette:
            return PaletteEncoder(format, options, exif: exif, limits: limits, sink: sink)
        case .png(let options):
            return try PNGEncoder(format, options, exif: exif, limits: limits, sink: sink)
        case .webp(let options)
        where options.isLossless && options.isStreamed && format.layout == .rgba && exif == nil:
            return LosslessRowEncoder(format.size, limits: limits, sink: sink)
        case .webp(let options):
            return try WebPEncoder(format, options, exif: exif, limits: limits, batch: batch, sink: sink)
        }
    }
}

extension Encoding.WebPOptions {
    /// The method that rows of `layout` are encoded with.
    ///
    /// Beside a lossy picture, libwebp's last one takes some microseconds for the opacity of a pixel, twenty times as long as the
    /// one before it for the whole.
    func method(for layout: PixelLayout) -> Int {
        min(method, layout.hasAlpha && !isLossless ? 5 : 6)
    }
}
