/// The last rows of a stream, as the list of addresses that a kernel takes.
struct RowRing<Sample: FixedWidthInteger> {
    private let samples: SampleBuffer<Sample>
    private let addresses: [UnsafePointer<Sample>?]
    private let rowCount: Int
    private let sampleCount: Int

    /// A ring of `rowCount` rows of `sampleCount` samples.
    init(rowCount: Int, sampleCount: Int) {
        let samples = SampleBuffer<Sample>(count: rowCount * sampleCount)
        self.samples = samples
        self.rowCount = rowCount
        self.sampleCount = sampleCount
        // Twice around, so that the rows from any slot on follow each other.
        addresses = (0..<2 * rowCount).map { UnsafePointer(samples.base + $0 % rowCount * sampleCount) }
    }

    /// Where row `index` is to be written.
    func slot(for index: Int) -> UnsafeMutablePointer<Sample> {
        samples.base + index % rowCount * sampleCount
    }

    /// Calls `body` with the addresses of the rows from `index` on.
    func withRows(from index: Int, _ body: (UnsafePointer<UnsafePointer<Sample>?>) -> Void) {
        addresses.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            body(base + index % rowCount)
        }
    }
}
