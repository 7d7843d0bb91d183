/// Keeps all rows and encodes them at the highest quality whose file is small enough.
final class SizeFitter: RowConsumer {
    private let format: RowFormat
    private let encoding: Encoding
    private let search: QualitySearch
    private let exif: [UInt8]?
    private let limits: ImageLimits
    private let account: WorkAccount
    private let sink: any ByteSink
    private let chosen: (Encoding) -> Void
    private var pixels: [UInt8] = []
    /// What was counted for the search before the job and is left of it.
    private var countedWork: Int

    /// A fitter of rows of `format` that gives the bytes of one file to `sink`; `encoding` has the highest quality.
    init(
        _ format: RowFormat,
        _ encoding: Encoding,
        _ search: QualitySearch,
        exif: [UInt8]?,
        limits: ImageLimits,
        account: WorkAccount,
        sink: any ByteSink,
        chosen: @escaping (Encoding) -> Void
    ) {
        self.format = format
        self.encoding = encoding
        self.search = search
        self.exif = exif
        self.limits = limits
        self.account = account
        countedWork = encoding.searchWork(on: format)
        self.sink = sink
        self.chosen = chosen
        pixels.reserveCapacity(format.byteCount)
    }

    func consume(_ row: Span<UInt8>) {
        row.withUnsafeBufferPointer { pixels.append(contentsOf: $0) }
    }

    func finish() throws(ImagingError) {
        let (file, quality) = try search.file { quality throws(ImagingError) in try encoded(quality) }
        chosen(encoding.atQuality(quality))
        try sink.write(file.span)
        try sink.finish()
    }

    private func encoded(_ quality: Int) throws(ImagingError) -> [UInt8] {
        var file: [UInt8] = []
        let encoder = try encoding.atQuality(quality).encoder(
            format,
            exif: exif,
            limits: limits,
            sink: ByteCollector { file = $0 }
        )
        let (rows, rowByteCount) = (pixels, format.rowByteCount)
        for index in 0..<format.size.height {
            if index % 16 == 0 { try limits.checkDeadline() }
            try encoder.consume(rows.span.extracting(index * rowByteCount..<(index + 1) * rowByteCount))
        }
        try encoder.finish()
        try take(encoding.atQuality(quality).work(on: format, making: file.count))
        return file
    }

    private func take(_ steps: Int) throws(ImagingError) {
        let counted = min(steps, countedWork)
        countedWork -= counted
        try account.take(steps - counted, for: "finding the quality of a file of that size")
    }
}
