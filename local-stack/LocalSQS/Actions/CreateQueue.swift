import LocalServiceKit
import LocalStore

extension SQS {
    /// Creates a queue.
    struct CreateQueue: ServiceAction {
        struct Input: Codable {
            var queueName: String
            var attributes: [String: String]?
            var tags: [String: String]?

            // The one member of the model's input that begins with a small letter.
            enum CodingKeys: String, CodingKey {
                case queueName
                case attributes
                case tags = "=tags"
            }
        }

        struct Output: Codable {
            var queueURL: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let queue = try database.createQueue(
                input.queueName,
                attributes: input.attributes ?? [:],
                tags: input.tags ?? [:],
                in: context.location
            )
            return Output(queueURL: queue.url(context.baseURL))
        }
    }
}
