/// One received message of a queue.
package struct PolledMessage: Sendable, Hashable {
    /// The message's id, which batch responses name.
    package let id: String
    /// The handle of this receipt.
    package let receiptHandle: String
    /// The text.
    package let body: String
    /// The text's MD5 digest in hexadecimal.
    package let md5OfBody: String
    /// The digest of the message attributes; nil where there are none.
    package let md5OfMessageAttributes: String?
    /// System attributes such as `ApproximateReceiveCount`, `SentTimestamp` and, on FIFO queues, `MessageGroupId`.
    package let attributes: [String: String]
    /// The sender's attributes.
    package let messageAttributes: [String: PolledMessageAttribute]

    /// A received message.
    package init(
        id: String,
        receiptHandle: String,
        body: String,
        md5OfBody: String,
        md5OfMessageAttributes: String? = nil,
        attributes: [String: String] = [:],
        messageAttributes: [String: PolledMessageAttribute] = [:]
    ) {
        self.id = id
        self.receiptHandle = receiptHandle
        self.body = body
        self.md5OfBody = md5OfBody
        self.md5OfMessageAttributes = md5OfMessageAttributes
        self.attributes = attributes
        self.messageAttributes = messageAttributes
    }
}
