/// Writes numbers of a few bits each, the lowest bit first, as the bitstream of lossless WebP has them.
final class BitWriter {
    private let sink: any ByteSink
    private let buffer: UnsafeMutablePointer<UInt8>
    private var filled = 0
    private var pending: UInt64 = 0
    private var pendingCount = 0

    private static let capacity = 256 << 10
    /// Bits that may be written between two calls of `drain`.
    static let reach = capacity / 2 * 8 - 64

    /// Writes to `sink`.
    init(_ sink: any ByteSink) {
        self.sink = sink
        buffer = .allocate(capacity: Self.capacity)
    }

    deinit {
        buffer.deallocate()
    }

    /// Writes the lower `count` bits of `bits`, at most 32; the others are zero.
    func write(_ bits: UInt32, _ count: Int) {
        pending |= UInt64(bits) &<< UInt64(truncatingIfNeeded: pendingCount)
        pendingCount &+= count
        guard pendingCount >= 32 else { return }
        let word = UInt32(truncatingIfNeeded: pending).littleEndian
        UnsafeMutableRawPointer(buffer + filled).storeBytes(of: word, as: UInt32.self)
        filled &+= 4
        pending &>>= 32
        pendingCount &-= 32
    }

    /// Gives what is there to the sink when half of the buffer is full.
    func drain() throws(ImagingError) {
        if filled >= Self.capacity / 2 { try flush() }
    }

    /// Fills the last byte up with zeros and gives the rest to the sink.
    func finish() throws(ImagingError) {
        while pendingCount > 0 {
            buffer[filled] = UInt8(truncatingIfNeeded: pending)
            filled += 1
            pending >>= 8
            pendingCount -= 8
        }
        try flush()
    }

    private func flush() throws(ImagingError) {
        try sink.write(UnsafeBufferPointer(start: buffer, count: filled).span)
        filled = 0
    }
}
