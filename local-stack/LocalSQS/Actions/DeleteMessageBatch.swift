import LocalServiceKit
import LocalStore

extension SQS {
    /// Deletes up to ten messages that were received.
    struct DeleteMessageBatch: ServiceAction {
        let signals: QueueSignals

        struct Entry: BatchEntry {
            var id: String
            var receiptHandle: String
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
                try database.delete(entry.receiptHandle, from: queue, signals)
                return Success(id: entry.id)
            }
        }
    }
}
