import LocalServiceKit

/// A message as a receiver gets it.
package struct ReceivedMessage: Codable, Sendable {
    /// The message's id, the same at every receipt.
    package let messageID: String
    /// The handle of this receipt.
    package let receiptHandle: String
    /// The body's MD5 digest in hexadecimal.
    package let md5OfBody: String
    /// The text.
    package let body: String
    /// The system attributes that were asked for.
    package let attributes: [String: String]?
    /// The digest of the message attributes that were asked for.
    package let md5OfMessageAttributes: String?
    /// The message attributes that were asked for.
    package let messageAttributes: [String: MessageAttribute]?

    /// What that receiver sees of the message; `more` are further system attributes.
    init(_ message: StoredMessage, _ wanted: WantedAttributes, more: [String: String] = [:]) {
        let system = message.allSystemAttributes.filter { wanted.includes(system: $0.key) }
            .merging(more) { $1 }
        let own = message.attributes.filter { wanted.includes(message: $0.key) }
        messageID = message.messageID
        receiptHandle = message.receiptHandle
        md5OfBody = Digest.md5.of(message.body).hexadecimal
        body = message.body
        attributes = system.isEmpty ? nil : system
        md5OfMessageAttributes = own.digest
        messageAttributes = own.isEmpty ? nil : own
    }
}
