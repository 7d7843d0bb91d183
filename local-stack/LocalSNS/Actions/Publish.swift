import LocalServiceKit
import LocalStore

extension SNS {
    /// Publishes a message to a topic.
    struct Publish: ServiceAction {
        let publisher: TopicPublisher

        struct Input: Decodable, Sendable {
            var topicARN: String?
            var targetARN: String?
            var phoneNumber: String?
            let content: TopicMessage.Content

            private enum CodingKeys: String, CodingKey {
                case topicARN
                case targetARN
                case phoneNumber
            }

            init(from decoder: any Decoder) throws {
                let members = try decoder.container(keyedBy: CodingKeys.self)
                topicARN = try members.decodeIfPresent(String.self, forKey: .topicARN)
                targetARN = try members.decodeIfPresent(String.self, forKey: .targetARN)
                phoneNumber = try members.decodeIfPresent(String.self, forKey: .phoneNumber)
                content = try TopicMessage.Content(from: decoder)
            }
        }

        struct Output: Codable {
            var messageID: String
            var sequenceNumber: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let message = try TopicMessage(input.content)
            guard message.size <= SNS.maximumSize else { throw .invalidSNSParameter("Message too long") }
            guard input.phoneNumber == nil else {
                throw .invalidSNSParameter("PhoneNumber Reason: the local stack sends no text messages")
            }
            // To a topic both parameters lead.
            let topic = try database.topic(arn: input.topicARN ?? input.targetARN ?? "", context)
            try message.check(for: topic)
            let published = try publisher.publish(message, to: topic, database, context)
            return Output(messageID: published.id, sequenceNumber: published.sequenceNumber)
        }
    }

    /// The bytes that a message, or all messages of a batch, may have with their attributes.
    static let maximumSize = 262_144
}
