import LocalStore

extension SQS {
    /// Deletes up to ten messages that were received.
    enum DeleteMessageBatch: ServiceAction {
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

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> BatchOutput<Success> {
            let queue = try database.queue(url: input.queueURL, context)
            return try BatchOutput(of: name, input.entries) { entry throws(ServiceError) in
                try database.delete(entry.receiptHandle, from: queue, context.signals)
                return Success(id: entry.id)
            }
        }
    }
}
