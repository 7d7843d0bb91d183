/// Changes rows in place, each by itself.
final class RowEdit: RowConsumer {
    /// Changes the bytes of the row of the given index.
    typealias Edit = (_ row: UnsafeMutablePointer<UInt8>, _ index: Int) -> Void

    private let next: any RowConsumer
    private let row: SampleBuffer<UInt8>
    private let edit: Edit
    private var rowIndex = 0

    /// A stage that gives rows of `format` after `edit` to `next`.
    init(_ format: RowFormat, next: any RowConsumer, _ edit: @escaping Edit) {
        self.next = next
        self.edit = edit
        row = SampleBuffer(count: format.rowByteCount)
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        row.withUnsafeBufferPointer { source in
            guard let bytes = source.baseAddress else { return }
            self.row.base.update(from: bytes, count: source.count)
        }
        edit(self.row.base, rowIndex)
        rowIndex += 1
        try next.consume(self.row.samples.span)
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }
}
