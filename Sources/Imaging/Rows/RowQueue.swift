/// Rows that wait for those of another plane, one after the other in memory: first in, first out.
final class RowQueue {
    /// Bytes of a waiting row; shorter ones are lengthened by their last byte.
    private let stride: Int
    private var storage: SampleBuffer<UInt8>
    private var capacity: Int
    private var start = 0
    /// Rows that wait.
    private(set) var rowCount = 0

    /// An empty queue with room for `capacity` rows at first.
    init(stride: Int, capacity: Int = 16) {
        self.stride = stride
        self.capacity = capacity
        storage = SampleBuffer(count: stride * capacity)
    }

    /// The first row and, behind it, the others: valid until the queue changes, nil where none waits.
    var first: UnsafePointer<UInt8>? {
        rowCount == 0 ? nil : UnsafePointer(storage.base + start * stride)
    }

    /// Takes the next row.
    func append(_ row: Span<UInt8>) {
        let target = nextRow()
        row.withUnsafeBufferPointer { source in
            guard let bytes = source.baseAddress else { return }
            target.update(from: bytes, count: source.count)
            (target + source.count).update(repeating: bytes[source.count - 1], count: stride - source.count)
        }
    }

    /// Repeats the last row until the number of rows is a multiple of `count`.
    func fill(toMultipleOf count: Int) {
        while rowCount % count != 0 {
            let target = nextRow()
            target.update(from: target - stride, count: stride)
        }
    }

    /// Forgets the first `count` rows.
    func removeFirst(_ count: Int) {
        rowCount -= count
        start = rowCount == 0 ? 0 : start + count
    }

    private func nextRow() -> UnsafeMutablePointer<UInt8> {
        if start + rowCount == capacity {
            makeRoom()
        }
        defer { rowCount += 1 }
        return storage.base + (start + rowCount) * stride
    }

    private func makeRoom() {
        let old = storage
        if start < capacity / 2 {
            capacity *= 2
            storage = SampleBuffer(count: stride * capacity)
        }
        storage.base.update(from: old.base + start * stride, count: rowCount * stride)
        start = 0
    }
}
