import LocalServiceKit
import LocalStore

extension SQS {
    /// Adds tags to a queue.
    struct TagQueue: ServiceAction {
        struct Input: Codable {
            var queueURL: String
            var tags: [String: String]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            try database.changeTags(of: database.queue(url: input.queueURL, context)) {
                $0.merge(input.tags) { $1 }
            }
            return Nothing()
        }
    }
}
