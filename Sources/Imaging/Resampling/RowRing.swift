/// The last rows of a stream, as the list of addresses that a kernel takes.
final class RowRing<Sample: FixedWidthInteger> {
    private let samples: SampleBuffer<Sample>
    /// Twice around, so that the rows from any slot on follow each other.
    private let addresses: UnsafeMutablePointer<UnsafePointer<Sample>?>
    private let rowCount: Int
    private let sampleCount: Int

    /// A ring of `rowCount` rows of `sampleCount` samples.
    init(rowCount: Int, sampleCount: Int) {
        samples = SampleBuffer<Sample>(count: rowCount * sampleCount)
        addresses = .allocate(capacity: 2 * rowCount)
        for index in 0..<2 * rowCount {
            let row = UnsafePointer(samples.base + index % rowCount * sampleCount)
            (addresses + index).initialize(to: row)
        }
        self.rowCount = rowCount
        self.sampleCount = sampleCount
    }

    deinit {
        addresses.deallocate()
    }

    /// Where row `index` is to be written.
    func slot(for index: Int) -> UnsafeMutablePointer<Sample> {
        samples.base + index % rowCount * sampleCount
    }

    /// The addresses of the rows from `index` on; valid while the ring lives.
    func rows(from index: Int) -> UnsafePointer<UnsafePointer<Sample>?> {
        UnsafePointer(addresses + index % rowCount)
    }
}
