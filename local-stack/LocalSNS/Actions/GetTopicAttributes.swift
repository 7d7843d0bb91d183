import LocalServiceKit
import LocalStore

extension SNS {
    /// Answers all attributes of a topic.
    struct GetTopicAttributes: ServiceAction {
        struct Input: Codable {
            var topicARN: String
        }

        struct Output: Codable {
            var attributes: [String: String]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let topic = try database.topic(arn: input.topicARN, context)
            return Output(attributes: try database.allAttributes(of: topic))
        }
    }
}
