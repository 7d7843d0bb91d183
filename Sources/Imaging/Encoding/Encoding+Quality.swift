extension Encoding {
    /// The quality of a file with loss; nil where every pixel is kept.
    var quality: Int? {
        switch self {
        case .jpeg(let options): options.quality
        case .webp(let options) where !options.isLossless: options.quality
        case .png, .webp: nil
        }
    }

    /// The same with the least effort; nil where that was not left open.
    ///
    /// A PNG's pixels are the same at every level: one above the usual is only a wish.
    var withLeastEffort: Encoding? {
        switch self {
        case .webp(var options) where options.allowsLessEffort:
            options.method = 0
            // Of a file without loss the quality is effort, too.
            if options.isLossless { options.quality = 0 }
            return .webp(options)
        case .png(var options):
            options.compressionLevel = min(options.compressionLevel, PNGOptions().compressionLevel)
            return .png(options)
        case .jpeg, .webp: return nil
        }
    }

    /// The same with nothing left open: how a file is written as it was asked for.
    var settled: Encoding {
        guard case .webp(var options) = self else { return self }
        options.allowsLessEffort = false
        return .webp(options)
    }

    /// The same with another quality.
    func atQuality(_ quality: Int) -> Encoding {
        switch self {
        case .jpeg(var options):
            options.quality = quality
            return .jpeg(options)
        case .webp(var options):
            options.quality = quality
            return .webp(options)
        case .png: return self
        }
    }

    /// An encoder of rows of `format` that writes to `sink` a file of at most `maximumByteCount`, as far as quality can
    /// make it small.
    ///
    /// `chosen` is told what the file is encoded with before its last bytes come; what a search takes beyond what was counted for
    /// it is taken from the account.
    func encoder(
        _ format: RowFormat,
        exif: [UInt8]?,
        atMost maximumByteCount: Int?,
        limits: ImageLimits,
        batch: WebPBatch?,
        account: WorkAccount,
        sink: any ByteSink,
        chosen: @escaping (Encoding) -> Void
    ) throws(ImagingError) -> any RowConsumer {
        guard let maximumByteCount, let quality else {
            chosen(self)
            return try encoder(format, exif: exif, limits: limits, batch: batch, sink: sink)
        }
        let search = QualitySearch(maximumByteCount: maximumByteCount, ceiling: max(1, quality))
        return SizeFitter(
            format,
            self,
            search,
            exif: exif,
            limits: limits,
            account: account,
            sink: sink,
            chosen: chosen
        )
    }
}
