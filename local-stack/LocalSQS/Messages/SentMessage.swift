import LocalServiceKit
import LocalStore

/// What a sender is told of its message.
package struct SentMessage: Sendable {
    let id: String
    /// Its place in a FIFO queue.
    let sequence: Int?

    /// The sequence number as SQS writes it, 20 digits.
    var sequenceNumber: String? { sequence.map { $0.sequenceNumber } }
}

extension SentMessage: RowReadable {
    init(_ row: Row) throws(StoreError) {
        self.init(id: try row.text("message_id"), sequence: try row.integer("sequence"))
    }
}

extension Int {
    /// A sequence number as SQS writes it, 20 digits.
    package var sequenceNumber: String {
        let digits = String(self)
        return String(repeating: "0", count: Swift.max(0, 20 - digits.count)) + digits
    }
}
