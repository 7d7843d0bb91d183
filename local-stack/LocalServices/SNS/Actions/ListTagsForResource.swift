import LocalStore

extension SNS {
    /// Answers the tags of a topic.
    enum ListTagsForResource: ServiceAction {
        struct Input: Codable {
            var resourceARN: String
        }

        struct Output: Codable {
            var tags: [ResourceTag]
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let topic = try database.taggedTopic(arn: input.resourceARN)
            return Output(tags: ResourceTag.list(try database.tags(of: topic)))
        }
    }
}
