/// Adds to rows of bytes what they differ from their blur, whose rows of samples come later; opacity stays.
final class SharpenStage {
    private let format: RowFormat
    private let mask: PixelKernels.UnsharpMask
    private let kernels: PixelKernels
    private let next: any RowConsumer
    private let waiting: RowQueue
    /// The colours of a blurred row, where they come weighed by alpha.
    private let colors: SampleBuffer<Int16>
    private let output: SampleBuffer<UInt8>
    private var openInputCount = 2

    /// A stage that gives sharpened rows to `next`.
    init(_ format: RowFormat, _ sharpen: Sharpen, kernels: PixelKernels = .best, next: any RowConsumer) {
        self.format = format
        self.kernels = kernels
        self.next = next
        mask = PixelKernels.UnsharpMask(amount: sharpen.amount, threshold: sharpen.threshold)
        waiting = RowQueue(stride: format.rowByteCount)
        colors = SampleBuffer(count: format.layout.hasAlpha ? format.rowByteCount : 0)
        output = SampleBuffer(count: format.rowByteCount)
    }

    private func sharpen(_ row: UnsafePointer<UInt8>, with blurred: UnsafePointer<Int16>) {
        guard format.layout.hasAlpha else {
            return kernels.sharpen(row, blurred, mask, into: output.base, count: output.count)
        }
        kernels.unweigh(blurred, into: colors.base, pixelCount: format.size.width)
        kernels.sharpen(row, colors.base, mask, into: output.base, count: output.count)
        for index in stride(from: 3, to: output.count, by: 4) {
            output.base[index] = row[index]
        }
    }
}

extension SharpenStage: RowConsumer {
    func consume(_ row: Span<UInt8>) {
        waiting.append(row)
    }

    /// Called after the last row of each of the two.
    func finish() throws(ImagingError) {
        openInputCount -= 1
        if openInputCount == 0 {
            try next.finish()
        }
    }
}

extension SharpenStage: SampleConsumer {
    func consume(_ row: SampleBuffer<Int16>) throws(ImagingError) {
        guard let sharp = waiting.first else {
            preconditionFailure("a row is blurred from itself and those around it, and so comes after it")
        }
        sharpen(sharp, with: row.base)
        waiting.removeFirst(1)
        try next.consume(output.samples.span)
    }
}
