import LocalStore

extension SNS {
    /// Creates a topic.
    enum CreateTopic: ServiceAction {
        struct Input: Codable {
            var name: String
            var attributes: [String: String]?
            var tags: [ResourceTag]?
        }

        struct Output: Codable {
            var topicARN: String
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let topic = try database.createTopic(
                input.name,
                attributes: input.attributes ?? [:],
                tags: ResourceTag.dictionary(input.tags ?? []),
                in: context.location
            )
            return Output(topicARN: topic.arn)
        }
    }
}
