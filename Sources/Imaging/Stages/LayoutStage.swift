/// Changes what the pixels of rows consist of: adds colour or opacity, or lays transparent pixels on a background.
final class LayoutStage: RowConsumer {
    private let input: RowFormat
    private let background: Color
    private let next: any RowConsumer
    private var output: [UInt8]

    /// The shape of the rows that go out.
    let format: RowFormat

    /// A stage that gives rows of `layout` to `next`; `gray` only from `gray`.
    init(_ input: RowFormat, to layout: PixelLayout, background: Color, next: any RowConsumer) {
        precondition(layout != .gray || input.layout == .gray, "colour is not taken away here")
        self.input = input
        self.background = background
        self.next = next
        format = RowFormat(size: input.size, layout: layout)
        output = [UInt8](repeating: 255, count: format.rowByteCount)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        row.withUnsafeBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                switch (input.layout, format.layout) {
                case (.rgba, .rgb): Self.flatten(source, on: background, into: target)
                case (.gray, _): Self.addColor(source, format.layout.channelCount, into: target)
                default:
                    Self.copy(source, input.layout.channelCount, format.layout.channelCount, into: target)
                }
            }
        }
        let converted = output
        try next.consume(converted.span)
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }

    private static func flatten(
        _ source: UnsafeBufferPointer<UInt8>,
        on background: Color,
        into target: UnsafeMutableBufferPointer<UInt8>
    ) {
        let under = [background.red, background.green, background.blue]
        for pixel in 0..<source.count / 4 {
            let alpha = Int(source[4 * pixel + 3])
            for channel in 0..<3 {
                let mixed = Int(source[4 * pixel + channel]) * alpha + Int(under[channel]) * (255 - alpha)
                target[3 * pixel + channel] = UInt8((mixed + 127) / 255)
            }
        }
    }

    private static func addColor(
        _ source: UnsafeBufferPointer<UInt8>,
        _ channels: Int,
        into target: UnsafeMutableBufferPointer<UInt8>
    ) {
        for pixel in source.indices {
            for channel in 0..<min(3, channels) {
                target[channels * pixel + channel] = source[pixel]
            }
        }
    }

    private static func copy(
        _ source: UnsafeBufferPointer<UInt8>,
        _ from: Int,
        _ to: Int,
        into target: UnsafeMutableBufferPointer<UInt8>
    ) {
        for pixel in 0..<source.count / from {
            for channel in 0..<min(from, to) {
                target[to * pixel + channel] = source[from * pixel + channel]
            }
        }
    }
}
