/// The first pass of resampling: weighs as many of the latest rows as the filter is high, column by column.
///
/// Rows go out in pairs, as neighbours are made of nearly the same rows: each of these is read and widened for both at once.
final class ColumnPass<Sample: WeighedSample> {
    private let bank: FilterBank
    private let kernels: PixelKernels
    private let ring: RowRing<Sample>
    /// What is taken off each sample of a row; empty for nothing.
    private let bias: [Int16]
    private let outputs: [SampleBuffer<Int16>]
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
        let lag = zip(bank.starts, bank.starts.dropFirst()).map { Int($1 - $0) }.max() ?? 0
        ring = RowRing(rowCount: bank.tapCount + lag, sampleCount: sampleCount)
        outputs = (0..<2).map { _ in SampleBuffer(count: sampleCount) }
    }

    /// Takes the next row, which `write` puts where it is told.
    func take(_ write: (UnsafeMutablePointer<Sample>) -> Void) throws(ImagingError) {
        write(ring.slot(for: inputRowCount))
        inputRowCount += 1
        while outputRowCount < bank.starts.count {
            let second = outputRowCount + 1
            let isPair = second < bank.starts.count
            let start = Int(bank.starts[isPair ? second : outputRowCount])
            guard start + bank.tapCount <= inputRowCount else { return }
            weigh(isPair: isPair)
            for output in outputs.prefix(isPair ? 2 : 1) {
                removeBias(output)
                outputRowCount += 1
                try next.consume(output)
            }
        }
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }

    private func weigh(isPair: Bool) {
        let start = bank.starts[outputRowCount]
        let rows = ring.rows(from: Int(start))
        bank.coefficients.withUnsafeBufferPointer { coefficients in
            guard let base = coefficients.baseAddress else { return }
            let weights = base + outputRowCount * bank.stride
            let (first, count) = (outputs[0].base, outputs[0].count)
            guard isPair else {
                return kernels.weigh(
                    rows,
                    weights,
                    bank.tapCount,
                    precision: bank.precision,
                    into: first,
                    count: count
                )
            }
            kernels.weighTwice(
                rows,
                (weights, weights + bank.stride),
                lag: Int(bank.starts[outputRowCount + 1] - start),
                bank.tapCount,
                precision: bank.precision,
                into: (first, outputs[1].base),
                count: count
            )
        }
    }

    private func removeBias(_ output: SampleBuffer<Int16>) {
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
