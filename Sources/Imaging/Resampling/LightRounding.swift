/// Rounds amounts of light to the nearest levels of sRGB.
final class LightRounding: SampleConsumer {
    private let light: LinearLight
    private let layout: PixelLayout
    private let output: SampleBuffer<UInt8>
    private let next: any RowConsumer

    /// A step that gives rows of `width` to `next`.
    init(_ light: LinearLight, _ layout: PixelLayout, width: Int, next: any RowConsumer) {
        self.light = light
        self.layout = layout
        self.next = next
        output = SampleBuffer(count: layout.channelCount * width)
    }

    func consume(_ row: SampleBuffer<Int16>) throws(ImagingError) {
        light.encode(row.samples, layout, into: output.base)
        try next.consume(output.samples.span)
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }
}
