/// One message of a queue as a function sees it.
package struct SQSMessage: Sendable, Hashable {
    /// The id that SQS gave; it stays the same over redeliveries and in the dead-letter queue.
    package let messageID: String
    /// What deletes this delivery of the message or changes its visibility.
    package let receiptHandle: String
    /// The text that was sent.
    package let body: String
    /// The MD5 of the body in hexadecimal, as SQS computed it; empty when it was not given.
    package let md5OfBody: String
    /// The MD5 of the message attributes, where there are some.
    package let md5OfMessageAttributes: String?
    /// What SQS says about the message, such as `ApproximateReceiveCount`; every value is a text.
    package let attributes: [String: String]
    /// What the sender said about the message.
    package let messageAttributes: [String: SQSMessageAttribute]
    /// The queue.
    package let eventSourceARN: String
    /// The queue's region.
    package let region: String

    /// Makes a message.
    package init(
        messageID: String,
        receiptHandle: String,
        body: String,
        md5OfBody: String = "",
        md5OfMessageAttributes: String? = nil,
        attributes: [String: String] = [:],
        messageAttributes: [String: SQSMessageAttribute] = [:],
        eventSourceARN: String,
        region: String
    ) {
        self.messageID = messageID
        self.receiptHandle = receiptHandle
        self.body = body
        self.md5OfBody = md5OfBody
        self.md5OfMessageAttributes = md5OfMessageAttributes
        self.attributes = attributes
        self.messageAttributes = messageAttributes
        self.eventSourceARN = eventSourceARN
        self.region = region
    }

    /// How often the message was received, this time included; 1 when SQS did not say.
    package var receiveCount: Int {
        attributes["ApproximateReceiveCount"].flatMap(Int.init) ?? 1
    }

    /// When the message was sent, where SQS says so.
    package var sentTime: WallTime? {
        attributes["SentTimestamp"].flatMap(Int64.init).map(WallTime.init(millisecondsSince1970:))
    }

    /// The text of the message attribute of that name, `nil` when it is absent or binary.
    package func text(ofAttribute name: String) -> String? {
        messageAttributes[name]?.text
    }
}
