import LocalServiceKit
import LocalStore

extension Database {
    /// The messages of the queue in the order in which they were sent; looking at them changes nothing.
    func contents(of queue: Queue, inFlight: Bool, delayed: Bool) throws(ServiceError) -> [QueueContent] {
        let messages = try all(
            StoredMessage.self,
            """
            SELECT * FROM sqs_message
            WHERE queue = ?1 AND (visible_at <= ?2 OR (?3 AND receive_count > 0) OR (?4 AND receive_count = 0)) ORDER BY id
            """,
            .integer(queue.id),
            .timestamp(now),
            .bool(inFlight),
            .bool(delayed)
        )
        var contents: [QueueContent] = []
        for message in messages {
            let isVisible = message.visibleAt <= now
            var marks: [String: String] = [:]
            if inFlight { marks["IsVisible"] = isVisible ? "true" : "false" }
            if delayed { marks["IsDelayed"] = !isVisible && message.receiveCount == 0 ? "true" : "false" }
            contents.append(QueueContent(message, marks: marks))
        }
        return contents
    }
}
