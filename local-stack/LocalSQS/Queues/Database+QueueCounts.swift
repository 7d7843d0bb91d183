import LocalServiceKit
import LocalStore

extension Database {
    /// All attributes of the queue, with the counts of its messages.
    func allAttributes(of queue: Queue) throws(ServiceError) -> [String: String] {
        var attributes = try attributes(of: queue).complete
        let row = try first(
            """
            SELECT created_at / 1000 AS created, modified_at / 1000 AS modified,
                (SELECT COUNT(*) FROM sqs_message WHERE queue = ?1 AND visible_at <= ?2) AS visible,
                (SELECT COUNT(*) FROM sqs_message WHERE queue = ?1 AND visible_at > ?2 AND receive_count = 0) AS delayed,
                (SELECT COUNT(*) FROM sqs_message WHERE queue = ?1 AND visible_at > ?2 AND receive_count > 0) AS in_flight
            FROM sqs_queue WHERE id = ?1
            """,
            .integer(queue.id),
            .timestamp(now)
        )
        guard let row else { throw .queueDoesNotExist() }
        let columns = [
            "CreatedTimestamp": "created", "LastModifiedTimestamp": "modified",
            "ApproximateNumberOfMessages": "visible",
            "ApproximateNumberOfMessagesDelayed": "delayed",
            "ApproximateNumberOfMessagesNotVisible": "in_flight",
        ]
        for (name, column) in columns { attributes[name] = String(row.optionalInteger(column) ?? 0) }
        attributes["QueueArn"] = queue.arn
        return attributes
    }
}
