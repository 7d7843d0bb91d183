/// Rounds samples of colours that are weighed by alpha to bytes of RGBA.
final class AlphaRounding: SampleConsumer {
    private let kernels: PixelKernels
    private let output: SampleBuffer<UInt8>
    private let next: any RowConsumer

    /// A step that gives rows of `width` to `next`.
    init(width: Int, kernels: PixelKernels, next: any RowConsumer) {
        self.kernels = kernels
        self.next = next
        output = SampleBuffer(count: 4 * width)
    }

    func consume(_ row: SampleBuffer<Int16>) throws(ImagingError) {
        kernels.unpremultiply(row.base, into: output.base, pixelCount: output.count / 4)
        try next.consume(output.samples.span)
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }
}
