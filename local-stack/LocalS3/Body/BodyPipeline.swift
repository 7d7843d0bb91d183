import LocalHTTP
import LocalServiceKit

/// The way of a body: out of its frames, through its hashes, to its destination.
final class BodyPipeline {
    private var decoder: AWSChunkedDecoder?
    private var hashes: BodyHashes?
    private var destination: BodyDestination?
    private let files: ObjectFiles
    private let promisedByteCount: Int?
    private var byteCount = 0
    /// The body, once it has come and is what its head promised.
    private(set) var received: ReceivedBody?

    /// AWS, "Amazon S3 object operations": the longest object of one request.
    private static let maximumObjectByteCount = 5 << 30

    init(_ admitted: AdmittedRequest, _ files: ObjectFiles) throws(ServiceError) {
        let expectation = try BodyExpectation(admitted.request.headers)
        let isObject = admitted.operation.takesObjectBody
        if isObject, expectation.byteCount == nil { throw .missingContentLength }
        if let count = expectation.byteCount, count > Self.maximumObjectByteCount { throw .entityTooLarge }
        self.files = files
        promisedByteCount = expectation.byteCount
        hashes = BodyHashes(expectation)
        destination = isObject ? .file(try files.stage()) : .memory([])
        if case .chunked(let isSigned, let hasTrailer) = expectation.encoding {
            decoder = AWSChunkedDecoder(
                isSigned: isSigned,
                hasTrailer: hasTrailer,
                signer: admitted.chunkSigner
            )
        }
    }

    /// Takes the next bytes as they came.
    func take(_ bytes: UnsafeRawBufferPointer) throws(ServiceError) {
        guard decoder != nil else { return try store(bytes) }
        try decoder?.decode(bytes) { part throws(ServiceError) in try store(part) }
    }

    /// All bytes have come: compares the hashes and brings a file to the disk.
    func end() throws(ServiceError) {
        if decoder?.isAtEnd == false { throw .incompleteBody }
        let trailer = decoder?.trailer ?? []
        guard let hashes = hashes.take(), let destination = destination.take() else { return }
        // The hashes come first: a body that is refused is not worth a wait for the disk.
        let checked = try hashes.finish(trailer: trailer)
        received = ReceivedBody(content: try destination.close(in: files), hashes: checked)
    }

    private func store(_ bytes: UnsafeRawBufferPointer) throws(ServiceError) {
        byteCount += bytes.count
        // Chunks that hold more than their head says would otherwise fill the disk first.
        if let promisedByteCount, byteCount > promisedByteCount { throw .incompleteBody }
        hashes?.update(bytes)
        try destination?.write(bytes)
    }
}
