import LocalServiceKit
import LocalStore

extension SQS {
    /// Puts a message into a queue.
    struct SendMessage: ServiceAction {
        let signals: QueueSignals

        struct Input: Codable, MessageInput {
            var queueURL: String
            var messageBody: String
            var delaySeconds: Int?
            var messageAttributes: [String: MessageAttribute]?
            var messageSystemAttributes: [String: MessageAttribute]?
            var messageGroupID: String?
            var messageDeduplicationID: String?
        }

        struct Output: Codable {
            var md5OfMessageBody: String
            var md5OfMessageAttributes: String?
            var md5OfMessageSystemAttributes: String?
            var messageID: String
            var sequenceNumber: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let queue = try database.queue(url: input.queueURL, context)
            let message = OutgoingMessage(input, from: context.location.account)
            try message.check(for: queue)
            let sent = try database.enqueue(message, to: queue, signals)
            return Output(
                md5OfMessageBody: Digest.md5.of(message.body).hexadecimal,
                md5OfMessageAttributes: message.attributes.digest,
                md5OfMessageSystemAttributes: message.systemAttributes.digest,
                messageID: sent.id,
                sequenceNumber: sent.sequenceNumber
            )
        }
    }
}
