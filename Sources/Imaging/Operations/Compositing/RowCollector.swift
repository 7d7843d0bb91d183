/// Keeps all bytes of a picture's rows.
final class RowCollector: RowConsumer {
    private var bytes: [UInt8] = []
    private let complete: ([UInt8]) -> Void

    /// A collector that gives the bytes to `complete` after the last row.
    init(_ format: RowFormat, complete: @escaping ([UInt8]) -> Void) {
        self.complete = complete
        bytes.reserveCapacity(format.byteCount)
    }

    func consume(_ row: Span<UInt8>) {
        row.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    func finish() {
        complete(bytes)
    }
}
