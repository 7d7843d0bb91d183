import LocalServiceKit
import LocalStore

extension SQS {
    /// Does the same for up to ten messages.
    struct ChangeMessageVisibilityBatch: ServiceAction {
        let signals: QueueSignals

        struct Entry: BatchEntry {
            var id: String
            var receiptHandle: String
            var visibilityTimeout: Int
        }

        struct Input: Codable {
            var queueURL: String
            var entries: [Entry]
        }

        struct Success: Codable {
            var id: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> BatchOutput<Success> {
            let queue = try database.queue(url: input.queueURL, context)
            return try BatchOutput(of: name, input.entries) { entry throws(ServiceError) in
                try database.changeVisibility(
                    of: entry.receiptHandle,
                    in: queue,
                    to: entry.visibilityTimeout,
                    signals
                )
                return Success(id: entry.id)
            }
        }
    }
}
