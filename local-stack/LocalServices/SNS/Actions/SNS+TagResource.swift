import LocalStore

extension SNS {
    /// Adds tags to a topic.
    enum TagResource: ServiceAction {
        struct Input: Codable {
            var resourceARN: String
            var tags: [ResourceTag]
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> NoMembers {
            let added = try ResourceTag.dictionary(input.tags)
            try database.changeTags(of: database.taggedTopic(arn: input.resourceARN)) { tags in
                tags.merge(added) { $1 }
            }
            return NoMembers()
        }
    }
}
