/// Gives the nearest pixel of the source for each place, as it is.
final class PickStage: RowConsumer {
    private let channels: Int
    private let columns: [Int]
    private let rows: [Int]
    private let next: any RowConsumer
    private let output: SampleBuffer<UInt8>
    private var inputRowCount = 0
    private var outputRowCount = 0

    /// A stage that gives its rows to `next`.
    init(_ input: RowFormat, columns: ResampleAxis, rows: ResampleAxis, next: any RowConsumer) {
        channels = input.layout.channelCount
        self.columns = FilterWindows(columns, .nearest).starts
        self.rows = FilterWindows(rows, .nearest).starts
        self.next = next
        output = SampleBuffer(count: columns.outputCount * channels)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        defer { inputRowCount += 1 }
        guard outputRowCount < rows.count, rows[outputRowCount] == inputRowCount else { return }
        row.withUnsafeBufferPointer(pick)
        while outputRowCount < rows.count, rows[outputRowCount] == inputRowCount {
            outputRowCount += 1
            try next.consume(output.samples.span)
        }
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }

    private func pick(_ row: UnsafeBufferPointer<UInt8>) {
        for (index, column) in columns.enumerated() {
            for channel in 0..<channels {
                output.base[channels * index + channel] = row[channels * column + channel]
            }
        }
    }
}
