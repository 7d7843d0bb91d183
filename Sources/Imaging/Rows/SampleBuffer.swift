/// Samples that vectors may read: aligned, zero at first, and with readable samples behind the last one.
final class SampleBuffer<Sample: FixedWidthInteger> {
    /// How far the widest vector reads behind the samples that it needs.
    private static var padding: Int { 64 }
    private static var alignment: Int { 64 }

    /// The first sample.
    let base: UnsafeMutablePointer<Sample>
    /// Samples without the padding.
    let count: Int

    /// A buffer of `count` zeros.
    init(count: Int) {
        self.count = count
        let total = count + Self.padding
        let memory = UnsafeMutableRawPointer.allocate(
            byteCount: total * MemoryLayout<Sample>.stride,
            alignment: Self.alignment
        )
        base = memory.initializeMemory(as: Sample.self, repeating: 0, count: total)
    }

    deinit {
        UnsafeMutableRawPointer(base).deallocate()
    }

    /// The samples as values to read.
    var samples: UnsafeBufferPointer<Sample> {
        UnsafeBufferPointer(start: base, count: count)
    }
}
