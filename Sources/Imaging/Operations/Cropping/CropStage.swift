/// Passes the rows and columns of a part on.
final class CropStage: RowConsumer {
    private let rows: Range<Int>
    private let bytes: Range<Int>
    private let next: any RowConsumer
    private var rowIndex = 0

    /// A stage that gives the rows of `box` to `next`.
    init(_ layout: PixelLayout, _ box: PixelBox, next: any RowConsumer) {
        let channels = layout.channelCount
        rows = box.top..<box.top + box.size.height
        bytes = box.left * channels..<(box.left + box.size.width) * channels
        self.next = next
    }

    func consume(_ row: Span<UInt8>) throws(ImagingError) {
        defer { rowIndex += 1 }
        guard rows.contains(rowIndex) else { return }
        try next.consume(row.extracting(bytes))
    }

    func finish() throws(ImagingError) {
        try next.finish()
    }
}
