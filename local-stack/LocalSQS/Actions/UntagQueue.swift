import LocalServiceKit
import LocalStore

extension SQS {
    /// Takes tags from a queue.
    struct UntagQueue: ServiceAction {
        struct Input: Codable {
            var queueURL: String
            var tagKeys: [String]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            try database.changeTags(of: database.queue(url: input.queueURL, context)) { tags in
                for key in input.tagKeys { tags[key] = nil }
            }
            return Nothing()
        }
    }
}
