import LocalServiceKit
import LocalStore

extension SNS {
    /// Takes tags from a topic.
    struct UntagResource: ServiceAction {
        struct Input: Codable {
            var resourceARN: String
            var tagKeys: [String]
        }

        var hasResult: Bool { true }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            try database.changeTags(of: database.taggedTopic(arn: input.resourceARN)) { tags in
                for key in input.tagKeys { tags[key] = nil }
            }
            return Nothing()
        }
    }
}
