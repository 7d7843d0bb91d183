import LocalServiceKit

/// What a receiver names its receipt of a message by.
///
/// The text is opaque to clients: the base64 of the queue's and the message's keys and a number that is new with every
/// receipt.
struct ReceiptHandle: Sendable, Hashable {
    let queue: Int
    let message: Int
    let receipt: Int

    init(queue: Int, message: Int, receipt: Int) {
        self.queue = queue
        self.message = message
        self.receipt = receipt
    }

    /// Reads a handle's text; throws for anything that this queue did not give out.
    init(_ text: String, of queue: Queue) throws(ServiceError) {
        guard let bytes = Blob(base64: text)?.bytes, bytes.count == 24 else {
            throw .receiptHandleIsInvalid(text)
        }
        let numbers = stride(from: 0, to: 24, by: 8).map { start in
            Int(truncatingIfNeeded: bytes[start..<(start + 8)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) })
        }
        guard numbers[0] == queue.id else { throw .receiptHandleIsInvalid(text) }
        self.init(queue: numbers[0], message: numbers[1], receipt: numbers[2])
    }

    /// The handle's text.
    var text: String {
        Blob(
            [queue, message, receipt].flatMap { number in
                stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
            }
        ).base64
    }
}
