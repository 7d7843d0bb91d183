import FoundationEssentials

/// The answer to `ReceiveMessage`.
struct ReceiveMessageAnswer: Decodable, Sendable {
    /// One received message.
    struct Message: Decodable, Sendable {
        private let messageID: String
        private let receiptHandle: String
        private let body: String
        private let md5OfBody: String?
        private let md5OfMessageAttributes: String?
        private let attributes: [String: String]?
        private let messageAttributes: [String: Attribute]?

        private enum CodingKeys: String, CodingKey {
            case messageID = "MessageId"
            case receiptHandle = "ReceiptHandle"
            case body = "Body"
            case md5OfBody = "MD5OfBody"
            case md5OfMessageAttributes = "MD5OfMessageAttributes"
            case attributes = "Attributes"
            case messageAttributes = "MessageAttributes"
        }

        /// The message as an event source mapping would hand it to a function.
        func message(of queue: QueueIdentity) -> SQSMessage {
            SQSMessage(
                messageID: messageID,
                receiptHandle: receiptHandle,
                body: body,
                md5OfBody: md5OfBody ?? "",
                md5OfMessageAttributes: md5OfMessageAttributes,
                attributes: attributes ?? [:],
                messageAttributes: (messageAttributes ?? [:]).mapValues(\.messageAttribute),
                eventSourceARN: queue.arn,
                region: queue.region
            )
        }
    }

    private struct Attribute: Decodable {
        let dataType: String
        let text: String?
        let bytes: Data?

        enum CodingKeys: String, CodingKey {
            case dataType = "DataType"
            case text = "StringValue"
            case bytes = "BinaryValue"
        }

        var messageAttribute: SQSMessageAttribute {
            SQSMessageAttribute(dataType: dataType, text: text, bytes: bytes.map { [UInt8]($0) })
        }
    }

    let messages: [Message]?

    private enum CodingKeys: String, CodingKey {
        case messages = "Messages"
    }
}
