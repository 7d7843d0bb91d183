import LocalServiceKit
import LocalStore

extension SQS {
    /// Changes attributes of a queue.
    struct SetQueueAttributes: ServiceAction {
        struct Input: Codable {
            var queueURL: String
            var attributes: [String: String]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let queue = try database.queue(url: input.queueURL, context)
            var attributes = try database.attributes(of: queue)
            for (name, value) in input.attributes.sorted(by: { $0.key < $1.key }) {
                if name == "FifoQueue", queue.isFIFO, value != "true" {
                    throw .invalidAttributeValue(
                        "Invalid value for the parameter FifoQueue. Reason: Modifying queue type is not supported."
                    )
                }
                try attributes.set(name, value, isFIFO: queue.isFIFO)
            }
            try database.store(attributes, of: queue)
            return Nothing()
        }
    }
}
