import LocalServiceKit
import LocalStore

extension SNS {
    /// Creates a topic.
    struct CreateTopic: ServiceAction {
        struct Input: Codable {
            var name: String
            var attributes: [String: String]?
            var tags: [ResourceTag]?
        }

        struct Output: Codable {
            var topicARN: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let topic = try database.createTopic(
                input.name,
                attributes: input.attributes ?? [:],
                tags: (input.tags ?? []).byKeyForSNS(),
                in: context.location
            )
            return Output(topicARN: topic.arn)
        }
    }
}
