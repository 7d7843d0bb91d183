import LocalLambda
import LocalServices

/// A queue of this process's SQS as an event source mapping reads it.
struct MappedQueue: PolledQueue {
    let consumer: QueueConsumer

    var arn: String { consumer.arn }

    func receive(maximum: Int, handlingTime: Duration, then: @escaping @Sendable (PolledBatch) -> Void) {
        consumer.receive(maximum: maximum, handlingTime: handlingTime) { messages, timeout in
            then(PolledBatch(messages: messages.map(PolledMessage.init), visibilityTimeout: timeout))
        }
    }

    func delete(receiptHandles: [String], then: @escaping @Sendable () -> Void) {
        // What could not be deleted comes again, as it may in the cloud.
        consumer.delete(receiptHandles: receiptHandles) { _ in then() }
    }

    func observe(_ changed: @escaping @Sendable () -> Void) {
        consumer.observe(changed)
    }
}

extension PolledMessage {
    /// A message as a function gets it.
    fileprivate init(_ message: ReceivedMessage) {
        self.init(
            id: message.messageID,
            receiptHandle: message.receiptHandle,
            body: message.body,
            md5OfBody: message.md5OfBody,
            md5OfMessageAttributes: message.md5OfMessageAttributes,
            attributes: message.attributes ?? [:],
            messageAttributes: (message.messageAttributes ?? [:]).mapValues {
                PolledMessageAttribute(
                    dataType: $0.dataType,
                    stringValue: $0.stringValue,
                    binaryValue: $0.binaryValue?.bytes
                )
            }
        )
    }
}
