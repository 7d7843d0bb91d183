/// Keeps a whole file in memory and hands it over when it is complete.
final class ByteCollector: ByteSink {
    private var bytes: [UInt8] = []
    private let completion: ([UInt8]) throws(ImagingError) -> Void

    /// A collector with room for `capacity` bytes; more of them are moved to a larger place, and then stand twice for a while.
    ///
    /// Better too much room than too little: the kernel gives memory only for pages that are written.
    init(capacity: Int = 0, completion: @escaping ([UInt8]) throws(ImagingError) -> Void) {
        self.completion = completion
        bytes.reserveCapacity(capacity)
    }

    func write(_ part: Span<UInt8>) {
        part.withUnsafeBufferPointer { bytes.append(contentsOf: $0) }
    }

    func finish() throws(ImagingError) {
        let whole = bytes
        bytes = []
        try completion(whole)
    }
}
