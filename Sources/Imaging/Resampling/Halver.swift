/// Halves a stream of rows in both directions by the mean of each square of four.
///
/// An odd last column or row counts twice, as if the picture went on. Colours are weighed by their alpha.
final class Halver: RowConsumer {
    private let input: RowFormat
    private let next: any RowConsumer
    private var upper: [UInt8]
    private var output: [UInt8]
    private var inputRowCount = 0

    /// The shape of the rows that go out.
    let format: RowFormat

    /// A halver that gives its rows to `next`.
    init(_ input: RowFormat, next: any RowConsumer) {
        self.input = input
        self.next = next
        format = Self.format(halving: input)
        upper = [UInt8](repeating: 0, count: input.rowByteCount)
        output = [UInt8](repeating: 0, count: format.rowByteCount)
    }

    /// The shape that rows of `input` are halved to.
    static func format(halving input: RowFormat) -> RowFormat {
        let size = PixelSize(width: (input.size.width + 1) / 2, height: (input.size.height + 1) / 2)
        return RowFormat(size: size, layout: input.layout)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        inputRowCount += 1
        guard inputRowCount % 2 == 0 || inputRowCount == input.size.height else {
            return row.withUnsafeBufferPointer { source in
                upper.withUnsafeMutableBufferPointer { _ = $0.update(from: source) }
            }
        }
        average(with: row, isLastAlone: inputRowCount % 2 == 1)
        let row = output
        try next.consume(row.span)
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }

    private func average(with row: Span<UInt8>, isLastAlone: Bool) {
        row.withUnsafeBufferPointer { lower in
            upper.withUnsafeBufferPointer { upper in
                output.withUnsafeMutableBufferPointer { output in
                    guard let second = lower.baseAddress, let stored = upper.baseAddress,
                        let target = output.baseAddress
                    else { return }
                    let first = isLastAlone ? second : stored
                    HalvingKernels.average(first, second, input, into: target)
                }
            }
        }
    }
}
