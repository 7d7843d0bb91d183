/// The second pass of resampling: weighs neighbours in rows and keeps their fractional bits.
final class NeighbourPass: SampleConsumer {
    private let bank: FilterBank
    private let layout: PixelLayout
    private let kernels: PixelKernels
    private let output: SampleBuffer<Int16>
    private let next: any SampleConsumer

    /// A pass that gives its rows to `next`.
    init(_ bank: FilterBank, _ layout: PixelLayout, kernels: PixelKernels = .best, next: any SampleConsumer) {
        self.bank = bank
        self.layout = layout
        self.kernels = kernels
        self.next = next
        output = SampleBuffer(count: layout.channelCount * bank.starts.count)
    }

    func consume(_ row: SampleBuffer<Int16>) throws(ImagingError) {
        kernels.weighNeighbours(row.base, bank, layout, into: output.base)
        try next.consume(output)
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }
}
