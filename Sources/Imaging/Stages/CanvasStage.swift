/// Lays a picture onto a larger canvas of one colour.
final class CanvasStage: RowConsumer {
    private let picture: RowFormat
    private let left: Int
    private let top: Int
    private let next: any RowConsumer
    /// A row of nothing but background.
    private let emptyRow: [UInt8]
    private var output: [UInt8]
    private var outputRowCount = 0

    /// The shape of the canvas.
    let format: RowFormat

    /// A stage that gives rows of a canvas of `size` to `next`, with the picture's corner at (`left`, `top`).
    init(
        _ picture: RowFormat,
        size: PixelSize,
        left: Int,
        top: Int,
        background: Color,
        next: any RowConsumer
    ) {
        self.picture = picture
        self.left = left
        self.top = top
        self.next = next
        format = RowFormat(size: size, layout: picture.layout)
        emptyRow = Self.row(of: background, format)
        output = emptyRow
    }

    private static func row(of color: Color, _ format: RowFormat) -> [UInt8] {
        let pixel = [color.red, color.green, color.blue, color.alpha].prefix(format.layout.channelCount)
        return (0..<format.size.width).flatMap { _ in pixel }
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        try fill(to: max(top, outputRowCount))
        let start = left * picture.layout.channelCount
        row.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                _ = UnsafeMutableBufferPointer(rebasing: target[start...]).update(from: source)
            }
        }
        let framed = output
        try next.consume(framed.span)
        outputRowCount += 1
    }

    func finish() throws(ImagingError) {
        try fill(to: format.size.height)
        try next.finish()
    }

    private func fill(to rowCount: Int) throws(ImagingError) {
        let emptyRow = emptyRow
        while outputRowCount < rowCount {
            try next.consume(emptyRow.span)
            outputRowCount += 1
        }
    }
}
