import LocalServiceKit
import LocalStore

extension SQS {
    /// Puts up to ten messages into a queue.
    struct SendMessageBatch: ServiceAction {
        let signals: QueueSignals

        struct Entry: BatchEntry, MessageInput {
            var id: String
            var messageBody: String
            var delaySeconds: Int?
            var messageAttributes: [String: MessageAttribute]?
            var messageSystemAttributes: [String: MessageAttribute]?
            var messageGroupID: String?
            var messageDeduplicationID: String?
        }

        struct Input: Codable {
            var queueURL: String
            var entries: [Entry]
        }

        struct Success: Codable {
            var id: String
            var messageID: String
            var md5OfMessageBody: String
            var md5OfMessageAttributes: String?
            var md5OfMessageSystemAttributes: String?
            var sequenceNumber: String?
        }

        private static let maximumSize = 1_048_576

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> BatchOutput<Success> {
            let queue = try database.queue(url: input.queueURL, context)
            let messages = Dictionary(
                input.entries.map { ($0.id, OutgoingMessage($0, from: context.location.account)) },
                uniquingKeysWith: { first, _ in first }
            )
            let size = messages.values.reduce(0) { $0 + $1.size }
            guard size <= Self.maximumSize else {
                throw .batch(
                    "BatchRequestTooLong",
                    "Batch requests cannot be longer than \(Self.maximumSize) bytes. You have sent \(size) bytes."
                )
            }
            return try BatchOutput(of: name, input.entries) { entry throws(ServiceError) in
                let message = messages[entry.id] ?? OutgoingMessage(entry, from: context.location.account)
                try message.check(for: queue)
                let sent = try database.enqueue(message, to: queue, signals)
                return Success(
                    id: entry.id,
                    messageID: sent.id,
                    md5OfMessageBody: Digest.md5.of(message.body).hexadecimal,
                    md5OfMessageAttributes: message.attributes.digest,
                    md5OfMessageSystemAttributes: message.systemAttributes.digest,
                    sequenceNumber: sent.sequenceNumber
                )
            }
        }
    }
}
