import Imaging

/// Keeps all rows that it is given.
final class RowCollector: RowConsumer {
    private(set) var bytes: [UInt8] = []
    private(set) var isFinished = false

    func consume(_ row: Span<UInt8>) {
        row.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    func finish() {
        isFinished = true
    }
}
