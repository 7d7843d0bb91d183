import LocalServiceKit
import LocalStore

extension SNS {
    /// Answers the tags of a topic.
    struct ListTagsForResource: ServiceAction {
        struct Input: Codable {
            var resourceARN: String
        }

        struct Output: Codable {
            var tags: [ResourceTag]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let topic = try database.taggedTopic(arn: input.resourceARN)
            return Output(tags: try database.tags(of: topic).resourceTags)
        }
    }
}
