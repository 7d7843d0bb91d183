/// Brings rows of a picture's own colours to sRGB.
final class ColorStage: RowConsumer {
    private let format: RowFormat
    private let conversion: ColorConversion
    private let next: any RowConsumer
    private let output: SampleBuffer<UInt8>

    /// A stage that gives rows of the same shape to `next`.
    init(_ format: RowFormat, _ conversion: ColorConversion, next: any RowConsumer) {
        self.format = format
        self.conversion = conversion
        self.next = next
        output = SampleBuffer(count: format.rowByteCount)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        row.withUnsafeBufferPointer(convert)
        try next.consume(output.samples.span)
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }

    private func convert(_ row: UnsafeBufferPointer<UInt8>) {
        guard let pixels = row.baseAddress else { return }
        switch conversion {
        case .none, .ignored: output.base.update(from: pixels, count: row.count)
        case .transform(let transform):
            transform.convert(pixels, into: output.base, count: format.size.width)
        case .curve(let curve): curve.withUnsafeBufferPointer { look(up: pixels, row.count, in: $0) }
        }
    }

    private func look(up pixels: UnsafePointer<UInt8>, _ count: Int, in curve: UnsafeBufferPointer<UInt8>) {
        let target = output.base
        for index in 0..<count {
            target[index] = curve[Int(pixels[index])]
        }
        guard format.layout.hasAlpha else { return }
        for index in stride(from: 3, to: count, by: 4) {
            target[index] = pixels[index]
        }
    }
}
