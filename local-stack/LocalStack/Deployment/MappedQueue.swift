import LocalLambda
import LocalSQS
import LocalServiceKit

/// A queue of this process's SQS as an event source mapping reads it.
struct MappedQueue: PolledQueue {
    let consumer: QueueConsumer

    var arn: String { consumer.arn }

    func receive(maximum: Int, handlingTime: Duration, then: @escaping @Sendable (PolledBatch?) -> Void) {
        consumer.receive(maximum: maximum, handlingTime: handlingTime) { [arn] result in
            switch result {
            case .success(let batch): then(PolledBatch(batch))
            case .failure(let error):
                Console.complain("local-stack: \(arn) cannot be read: \(error.message)")
                then(nil)
            }
        }
    }

    func delete(receiptHandles: [String], then: @escaping @Sendable () -> Void) {
        consumer.delete(receiptHandles: receiptHandles) { [arn] result in
            // What could not be deleted comes again, as it may in the cloud.
            if case .failure(let error) = result {
                Console.complain("local-stack: \(arn) keeps messages that are done: \(error.message)")
            }
            then()
        }
    }

    func observe(_ changed: @escaping @Sendable () -> Void) {
        consumer.observe(changed)
    }
}

extension PolledBatch {
    /// A batch as a mapping takes it.
    fileprivate init(_ batch: ReceivedBatch) {
        self.init(
            messages: batch.messages.map(PolledMessage.init),
            visibilityTimeout: batch.visibilityTimeout
        )
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
