/// The first pass of resampling: weighs as many of the latest rows as the filter is high, column by column.
final class ColumnPass<Sample: WeighedSample> {
    private let bank: FilterBank
    private let kernels: PixelKernels
    private let ring: RowRing<Sample>
    /// What is taken off each sample of a row; empty for nothing.
    private let bias: [Int16]
    private let output: SampleBuffer<Int16>
    private let next: any SampleConsumer
    private var inputRowCount = 0
    private var outputRowCount = 0

    /// A pass over rows of `sampleCount` that gives the weighed ones, less `bias`, to `next`.
    init(
        _ bank: FilterBank,
        sampleCount: Int,
        kernels: PixelKernels = .best,
        bias: [Int16] = [],
        next: any SampleConsumer
    ) {
        self.bank = bank
        self.kernels = kernels
        self.bias = bias
        self.next = next
        ring = RowRing(rowCount: bank.tapCount, sampleCount: sampleCount)
        output = SampleBuffer(count: sampleCount)
    }

    /// Takes the next row, which `write` puts where it is told.
    func take(_ write: (UnsafeMutablePointer<Sample>) -> Void) throws(ImagingError) {
        write(ring.slot(for: inputRowCount))
        inputRowCount += 1
        while outputRowCount < bank.starts.count,
            Int(bank.starts[outputRowCount]) + bank.tapCount <= inputRowCount
        {
            weigh()
            removeBias()
            outputRowCount += 1
            try next.consume(output)
        }
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }

    private func weigh() {
        let rows = ring.rows(from: Int(bank.starts[outputRowCount]))
        bank.coefficients.withUnsafeBufferPointer { coefficients in
            guard let base = coefficients.baseAddress else { return }
            kernels.weigh(
                rows,
                base + outputRowCount * bank.stride,
                bank.tapCount,
                precision: bank.precision,
                into: output.base,
                count: output.count
            )
        }
    }

    private func removeBias() {
        for index in bias.indices {
            output.base[index] &-= bias[index]
        }
    }
}

extension ColumnPass: SampleConsumer where Sample == Int16 {
    func consume(_ row: SampleBuffer<Int16>) throws(ImagingError) {
        try take { $0.update(from: row.base, count: row.count) }
    }
}
