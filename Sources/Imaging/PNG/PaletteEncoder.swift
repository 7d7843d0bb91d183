/// Encodes rows as a PNG with a palette where that keeps every pixel, else in full colour.
///
/// One byte for each pixel is held until the last row, or until there are too many colours.
final class PaletteEncoder: RowConsumer {
    private let format: RowFormat
    private let options: Encoding.PNGOptions
    private let exif: [UInt8]?
    private let limits: ImageLimits
    private let sink: any ByteSink
    private var palette: Palette
    private var indices: [UInt8] = []
    /// The encoder of full colour, once a palette was given up.
    private var fallback: PNGEncoder?

    /// Begins a file of the given shape and gives its bytes to `sink`.
    init(
        _ format: RowFormat,
        _ options: Encoding.PNGOptions,
        exif: [UInt8]?,
        limits: ImageLimits,
        sink: any ByteSink
    ) {
        self.limits = limits
        self.format = format
        self.options = options
        self.exif = exif
        self.sink = sink
        // Gray needs no palette, unless fewer bits are enough for it.
        palette = Palette(maximumCount: format.layout == .gray ? 16 : 256)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        if let fallback { return try fallback.consume(row) }
        guard row.withUnsafeBufferPointer(note) else { return try giveUp(at: row) }
    }

    /// Notes the indices of a row; false where there is a colour too many.
    private func note(_ row: UnsafeBufferPointer<UInt8>) -> Bool {
        let channels = format.layout.channelCount
        for start in stride(from: 0, to: row.count, by: channels) {
            let color = Self.color(row, start, channels)
            guard let index = palette.index(of: color) else { return false }
            indices.append(index)
        }
        return true
    }

    private static func color(_ row: UnsafeBufferPointer<UInt8>, _ start: Int, _ channels: Int) -> UInt32 {
        let red = UInt32(row[start])
        guard channels > 1 else { return 0xff00_0000 | red << 16 | red << 8 | red }
        let alpha = channels == 4 ? UInt32(row[start + 3]) : 255
        return alpha << 24 | red << 16 | UInt32(row[start + 1]) << 8 | UInt32(row[start + 2])
    }

    private func giveUp(at row: Span<UInt8>) throws(ImagingError) {
        let encoder = try PNGEncoder(format, options, exif: exif, limits: limits, sink: sink)
        let width = format.size.width
        for start in stride(from: 0, to: indices.count - indices.count % width, by: width) {
            let pixels = pixels(from: start)
            try encoder.consume(pixels.span)
        }
        indices = []
        fallback = encoder
        try encoder.consume(row)
    }

    private func pixels(from start: Int) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: format.rowByteCount)
        let channels = format.layout.channelCount
        for column in 0..<format.size.width {
            let color = palette.colors[Int(indices[start + column])]
            let bytes = [color >> 16, color >> 8, color, color >> 24]
            for channel in 0..<channels {
                pixels[column * channels + channel] = UInt8(truncatingIfNeeded: bytes[channel])
            }
        }
        return pixels
    }

    func finish() throws(ImagingError) {
        if let fallback { return try fallback.finish() }
        let order = palette.storedOrder
        var places = [UInt8](repeating: 0, count: 256)
        for (place, index) in order.enumerated() {
            places[index] = UInt8(place)
        }
        for position in indices.indices {
            indices[position] = places[Int(indices[position])]
        }
        try write(order.map { palette.colors[$0] })
    }

    private func write(_ colors: [UInt32]) throws(ImagingError) {
        let encoder = try PNGEncoder(
            format.size,
            colors,
            options,
            exif: exif,
            limits: limits,
            sink: sink
        )
        let (rows, width) = (indices, format.size.width)
        for start in stride(from: 0, to: rows.count, by: width) {
            try encoder.consume(rows.span.extracting(start..<start + width))
        }
        try encoder.finish()
    }
}
