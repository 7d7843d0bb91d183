import LocalServiceKit
import LocalStore

extension SQS {
    /// Deletes a queue with all its messages.
    struct DeleteQueue: ServiceAction {
        let signals: QueueSignals

        struct Input: Codable {
            var queueURL: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let queue = try database.queue(url: input.queueURL, context)
            try database.run("DELETE FROM sqs_message WHERE queue = ?", .integer(queue.id))
            try database.run("DELETE FROM sqs_deduplication WHERE queue = ?", .integer(queue.id))
            try database.run("DELETE FROM sqs_queue WHERE id = ?", .integer(queue.id))
            // Long polls of the queue try again and find that it is gone.
            signals.announce(queue: queue.arn, database)
            return Nothing()
        }
    }
}
