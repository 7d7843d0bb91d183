/// The rows of an interlaced PNG, which are there once all passes over them were read.
struct InterlacedRows {
    private var bytes: [UInt8]
    private let rowByteCount: Int

    /// Reads all rows; of a damaged file, where that is tolerated, as many pixels as there are, and `missingByte` for the rest.
    init(
        _ reader: PNGReader,
        missingByte: UInt8,
        limits: ImageLimits,
        damage: SourceDamage
    ) throws(ImagingError) {
        rowByteCount = reader.rowByteCount
        bytes = [UInt8](repeating: missingByte, count: rowByteCount * reader.format.size.height)
        do {
            try read(reader, limits: limits)
        } catch {
            try damage.tolerate(error)
        }
    }

    private mutating func read(_ reader: PNGReader, limits: ImageLimits) throws(ImagingError) {
        for _ in 0..<reader.passCount {
            for index in 0..<reader.format.size.height {
                if index % 64 == 0 {
                    try limits.checkDeadline()
                }
                let start = index * rowByteCount
                try bytes.withUnsafeMutableBufferPointer { bytes throws(ImagingError) in
                    guard let base = bytes.baseAddress else { return }
                    try reader.readRow(base + start)
                }
            }
        }
    }

    /// Reads row `index` in place.
    func withRow(
        _ index: Int,
        _ body: (UnsafePointer<UInt8>) throws(ImagingError) -> Void
    ) throws(ImagingError) {
        try bytes.withUnsafeBufferPointer { bytes throws(ImagingError) in
            guard let base = bytes.baseAddress else { return }
            try body(base + index * rowByteCount)
        }
    }
}
