import LocalServiceKit
import LocalStore

extension SNS {
    /// Adds tags to a topic.
    struct TagResource: ServiceAction {
        struct Input: Codable {
            var resourceARN: String
            var tags: [ResourceTag]
        }

        var hasResult: Bool { true }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let added = try input.tags.byKeyForSNS()
            try database.changeTags(of: database.taggedTopic(arn: input.resourceARN)) { tags in
                tags.merge(added) { $1 }
            }
            return Nothing()
        }
    }
}
