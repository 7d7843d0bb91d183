/// Adds to rows (plane 0) what they differ from blurred ones (plane 1); opacity stays.
final class SharpenStage {
    private static let fractionBits = 8

    private let format: RowFormat
    /// The share of the difference that is added, in fixed point.
    private let amount: Int32
    private let threshold: Int32
    private let next: any RowConsumer
    private let waiting: RowQueue
    private let output: SampleBuffer<UInt8>
    private var openPlaneCount = 2

    /// A stage that gives sharpened rows to `next`.
    init(_ format: RowFormat, _ sharpen: Sharpen, next: any RowConsumer) {
        self.format = format
        self.next = next
        amount = Int32((sharpen.amount * Double(1 << Self.fractionBits)).rounded())
        threshold = Int32(sharpen.threshold)
        waiting = RowQueue(stride: format.rowByteCount)
        output = SampleBuffer(count: format.rowByteCount)
    }

    private func sharpen(_ row: UnsafePointer<UInt8>, with blurred: UnsafePointer<UInt8>) {
        for index in 0..<output.count {
            let level = Int32(row[index])
            let difference = level &- Int32(blurred[index])
            let added =
                (difference &* amount &+ 1 &<< Int32(Self.fractionBits - 1)) &>> Int32(Self.fractionBits)
            let isSharpened = difference >= threshold || -difference >= threshold
            output.base[index] = UInt8(
                truncatingIfNeeded: min(max(0, level &+ (isSharpened ? added : 0)), 255)
            )
        }
        guard format.layout.hasAlpha else { return }
        for index in stride(from: 3, to: output.count, by: 4) {
            output.base[index] = row[index]
        }
    }
}

extension SharpenStage: PlaneReceiver {
    func receive(_ row: Span<UInt8>, ofPlane plane: Int) throws(ImagingError) {
        guard plane == 1 else { return waiting.append(row) }
        row.withUnsafeBufferPointer { blurred in
            guard let blurred = blurred.baseAddress, let sharp = waiting.first else { return }
            sharpen(sharp, with: blurred)
        }
        waiting.removeFirst(1)
        try next.consume(output.samples.span)
    }

    func finishPlane(_ plane: Int) throws(ImagingError) {
        openPlaneCount -= 1
        if openPlaneCount == 0 {
            try next.finish()
        }
    }
}
