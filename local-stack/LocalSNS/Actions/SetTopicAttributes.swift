import LocalServiceKit
import LocalStore

extension SNS {
    /// Changes an attribute of a topic.
    struct SetTopicAttributes: ServiceAction {
        struct Input: Codable {
            var topicARN: String
            var attributeName: String
            var attributeValue: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let topic = try database.topic(arn: input.topicARN, context)
            // A topic stays what it was made as, and only one of messages in order removes repeated ones.
            guard input.attributeName != "FifoTopic",
                topic.isFIFO || input.attributeName != "ContentBasedDeduplication"
            else { throw .invalidSNSParameter("AttributeName") }
            var attributes = try database.attributes(of: topic)
            try attributes.set(input.attributeName, input.attributeValue ?? "")
            try database.store(attributes, of: topic)
            return Nothing()
        }
    }
}
