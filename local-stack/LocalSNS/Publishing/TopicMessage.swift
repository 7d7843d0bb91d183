import FoundationEssentials
package import LocalSQS
import LocalServiceKit

/// A checked message on its way to a topic's subscribers.
package struct TopicMessage: Sendable {
    /// What the publisher says of the message.
    struct Content: Codable, Sendable {
        var message: String
        var subject: String?
        var messageStructure: String?
        var messageAttributes: [String: MessageAttribute]?
        var messageGroupID: String?
        var messageDeduplicationID: String?
    }

    /// The message's id.
    package let id = UUID.new
    let subject: String?
    /// The message attributes, by their names.
    package let attributes: [String: MessageAttribute]
    let groupID: String?
    let deduplicationID: String?
    /// The bytes that count towards the limit.
    let size: Int
    private let texts: TopicMessageText

    /// Checks what SNS demands of a message.
    init(_ content: Content) throws(ServiceError) {
        if let subject = content.subject { try Self.check(subject: subject) }
        guard !content.message.isEmpty else { throw .invalidSNSParameter("Empty message") }
        attributes = content.messageAttributes ?? [:]
        try attributes.checkForSNS()
        subject = content.subject
        groupID = content.messageGroupID
        deduplicationID = content.messageDeduplicationID
        size = content.message.utf8.count + attributes.size
        texts = try TopicMessageText(content.message, structure: content.messageStructure)
    }

    /// The text for endpoints of that protocol.
    package func text(for protocolName: String) -> String { texts[protocolName] }

    /// No line breaks or control characters, and not more than 100 characters.
    private static func check(subject: String) throws(ServiceError) {
        let isPlain = subject.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x7F }
        guard !subject.isEmpty, isPlain, subject.count <= 100 else { throw .invalidSNSParameter("Subject") }
    }

    /// Checks what a topic demands of the message.
    func check(for topic: Topic) throws(ServiceError) {
        guard topic.isFIFO else {
            guard deduplicationID == nil else {
                throw .invalidSNSParameter(
                    "MessageDeduplicationId Reason: The request includes MessageDeduplicationId parameter that is not valid "
                        + "for this topic type"
                )
            }
            return
        }
        guard groupID != nil else {
            throw .invalidSNSParameter("The MessageGroupId parameter is required for FIFO topics")
        }
        guard deduplicationID != nil || topic.deduplicatesContent else {
            throw .invalidSNSParameter(
                "The topic should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly"
            )
        }
    }
}
