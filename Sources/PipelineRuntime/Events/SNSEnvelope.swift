/// What SNS wraps a message in when a subscription does not deliver it raw.
///
/// Shape: "Parsing Amazon SNS message formats" of the SNS developer guide. Members that it does not name are ignored.
package struct SNSEnvelope: Sendable, Hashable {
    /// The id that SNS gave the publication.
    package let messageID: String
    /// The topic.
    package let topicARN: String
    /// The subject, where there is one.
    package let subject: String?
    /// The text that was published.
    package let message: String
    /// When it was published, as SNS wrote it: ISO 8601 in UTC with milliseconds.
    package let timestamp: String
    /// What the publisher said about the message.
    package let attributes: [String: Attribute]

    /// One message attribute inside an envelope.
    package struct Attribute: Sendable, Hashable, Codable {
        /// `String`, `Number`, `String.Array` or `Binary`.
        package let type: String
        /// The value as text; base64 for `Binary`.
        package let value: String

        enum CodingKeys: String, CodingKey {
            case type = "Type"
            case value = "Value"
        }
    }

    /// Decodes the body of a queue's message.
    ///
    /// - Throws: When it is no JSON object or not a whole envelope of type `Notification`: a raw message, for instance.
    package init(json body: String) throws(EventError) {
        self = try EventDecoder.decode(SNSEnvelope.self, from: Array(body.utf8))
    }
}

extension SNSEnvelope: Decodable {
    private enum CodingKeys: String, CodingKey {
        case type = "Type"
        case messageID = "MessageId"
        case topicARN = "TopicArn"
        case subject = "Subject"
        case message = "Message"
        case timestamp = "Timestamp"
        case attributes = "MessageAttributes"
    }

    /// Accepts type `Notification` only; SNS never sends another to a queue.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let type = try container.decode(String.self, forKey: .type)
        guard type == "Notification" else {
            throw DecodingError.dataCorruptedError(
                forKey: .type,
                in: container,
                debugDescription: "an envelope of type \(type) carries no message"
            )
        }
        messageID = try container.decode(String.self, forKey: .messageID)
        topicARN = try container.decode(String.self, forKey: .topicARN)
        subject = try container.decodeIfPresent(String.self, forKey: .subject)
        message = try container.decode(String.self, forKey: .message)
        timestamp = try container.decodeIfPresent(String.self, forKey: .timestamp) ?? ""
        attributes = try container.decodeIfPresent([String: Attribute].self, forKey: .attributes) ?? [:]
    }
}
