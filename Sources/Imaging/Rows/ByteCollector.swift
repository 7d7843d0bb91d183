/// Keeps a whole file in memory and hands it over when it is complete.
final class ByteCollector: ByteSink {
    private var bytes: [UInt8] = []
    private let completion: ([UInt8]) throws(ImagingError) -> Void

    init(completion: @escaping ([UInt8]) throws(ImagingError) -> Void) {
        self.completion = completion
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
