/// The second pass of resampling for pictures without alpha, and the last: its kernels round to bytes as they go.
final class RoundingNeighbourPass: SampleConsumer {
    private let bank: FilterBank
    private let layout: PixelLayout
    private let kernels: PixelKernels
    private let output: SampleBuffer<UInt8>
    private let next: any RowConsumer

    /// A pass that gives its rows to `next`.
    init(_ bank: FilterBank, _ layout: PixelLayout, kernels: PixelKernels, next: any RowConsumer) {
        self.bank = bank
        self.layout = layout
        self.kernels = kernels
        self.next = next
        output = SampleBuffer(count: layout.channelCount * bank.starts.count)
    }

    func consume(_ row: SampleBuffer<Int16>) throws(ImagingError) {
        kernels.weighNeighbours(row.base, bank, layout, into: output.base)
        try next.consume(output.samples.span)
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }
}
