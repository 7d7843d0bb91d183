import LocalServiceKit
import LocalStore

extension SQS {
    /// Answers the tags of a queue.
    struct ListQueueTags: ServiceAction {
        struct Input: Codable {
            var queueURL: String
        }

        struct Output: Codable {
            var tags: [String: String]?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let tags = try database.tags(of: database.queue(url: input.queueURL, context))
            return Output(tags: tags.isEmpty ? nil : tags)
        }
    }
}
