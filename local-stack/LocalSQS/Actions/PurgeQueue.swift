import LocalServiceKit
import LocalStore

extension SQS {
    /// Deletes all messages of a queue, once a minute at most.
    struct PurgeQueue: ServiceAction {
        struct Input: Codable {
            var queueURL: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let queue = try database.queue(url: input.queueURL, context)
            let changed = try database.run(
                "UPDATE sqs_queue SET purged_at = ?1 WHERE id = ?2 AND purged_at <= ?1 - 60000",
                .timestamp(database.now),
                .integer(queue.id)
            )
            guard changed == 1 else {
                throw ServiceError(
                    "PurgeQueueInProgress",
                    queryCode: "AWS.SimpleQueueService.PurgeQueueInProgress",
                    "Only one PurgeQueue operation on \(queue.name) is allowed every 60 seconds.",
                    status: 403
                )
            }
            try database.run("DELETE FROM sqs_message WHERE queue = ?", .integer(queue.id))
            return Nothing()
        }
    }
}
