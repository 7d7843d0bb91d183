import LocalHTTP
import Synchronization

/// Collects a request's body in memory up to API Gateway's limit.
final class CollectedBody: BodySink {
    /// API Gateway's quota for a payload: 10 MB.
    static let maximumByteCount = 10_485_760

    private let collected = Mutex<[UInt8]>([])
    private let refusal: @Sendable () -> HTTPResponse

    /// Collects a body; `refusal` makes the answer to one that is too long.
    init(refusal: @escaping @Sendable () -> HTTPResponse) {
        self.refusal = refusal
    }

    /// What was collected.
    var bytes: [UInt8] { collected.withLock { $0 } }

    func write(_ chunk: UnsafeRawBufferPointer) throws(BodyRefusal) {
        let count = collected.withLock { bytes in
            bytes.append(contentsOf: chunk)
            return bytes.count
        }
        if count > Self.maximumByteCount { throw BodyRefusal(refusal()) }
    }

    func finish() throws(BodyRefusal) {}
}
