import LocalHTTP
import Synchronization

/// A payload on its way in, an invocation's or a runtime's answer, kept up to the limit.
///
/// A longer one is read to its end all the same: the sender is then told 413, and a caller whose runtime sent it why.
final class ReceivedPayload: BodySink {
    /// 6 MiB and 100 bytes (`MaxPayloadSize` of AWS's emulator).
    static let maximumByteCount = 6 * 1_024 * 1_024 + 100

    private let received = Mutex<[UInt8]?>([])

    /// The bytes; nil where they are too many.
    var bytes: [UInt8]? { received.withLock { $0 } }

    func write(_ chunk: UnsafeRawBufferPointer) throws(BodyRefusal) {
        received.withLock { bytes in
            guard let count = bytes?.count else { return }
            if count + chunk.count <= Self.maximumByteCount {
                bytes?.append(contentsOf: chunk)
            } else {
                bytes = nil
            }
        }
    }

    func finish() throws(BodyRefusal) {}
}
