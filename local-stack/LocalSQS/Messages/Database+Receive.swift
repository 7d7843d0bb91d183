import LocalServiceKit
import LocalStore

extension Database {
    /// Takes at most `maximum` visible messages out of sight for `timeout` seconds.
    ///
    /// What was received too often goes to the dead-letter queue instead, what is older than the retention goes away.
    func receive(
        _ maximum: Int,
        from queue: Queue,
        timeout: Int,
        _ signals: QueueSignals
    ) throws(ServiceError) -> [StoredMessage] {
        let deadLetters = try deadLetterQueue(of: queue)
        var candidates = try candidates(maximum, of: queue)
        while try discard(from: candidates, of: queue, deadLetters, signals) {
            candidates = try self.candidates(maximum, of: queue)
        }
        var received: [StoredMessage] = []
        for candidate in candidates { received.append(try take(candidate, from: queue, timeout: timeout)) }
        return received
    }

    /// The messages that are to be received next, the one that has been visible longest first.
    private func candidates(_ count: Int, of queue: Queue) throws(ServiceError) -> [StoredMessage] {
        let inFlightGroups =
            "SELECT group_id FROM sqs_message WHERE queue = ?1 AND visible_at > ?2 AND receive_count > 0"
        // In a FIFO queue a group waits until none of its messages is in flight.
        let order =
            queue.isFIFO
            ? "AND group_id NOT IN (\(inFlightGroups)) ORDER BY sequence" : "ORDER BY visible_at, id"
        return try all(
            StoredMessage.self,
            "SELECT * FROM sqs_message WHERE queue = ?1 AND visible_at <= ?2 \(order) LIMIT ?3",
            .integer(queue.id),
            .timestamp(now),
            .integer(count)
        )
    }

    /// Takes messages out of the queue that must not be received any more; answers whether there were any.
    private func discard(
        from candidates: [StoredMessage],
        of queue: Queue,
        _ deadLetters: Queue?,
        _ signals: QueueSignals
    ) throws(ServiceError) -> Bool {
        var hasDiscarded = false
        for candidate in candidates {
            if candidate.sentAt + .seconds(queue.retention) <= now {
                try run("DELETE FROM sqs_message WHERE id = ?", .integer(candidate.id))
            } else if let deadLetters, candidate.receiveCount >= queue.maximumReceives ?? .max {
                try move(candidate, from: queue, to: deadLetters, signals)
            } else {
                continue
            }
            hasDiscarded = true
        }
        return hasDiscarded
    }

    private func take(
        _ message: StoredMessage,
        from queue: Queue,
        timeout: Int
    ) throws(ServiceError) -> StoredMessage {
        var taken = message
        taken.receiveCount += 1
        taken.firstReceivedAt = message.firstReceivedAt ?? now
        let handle = ReceiptHandle(queue: queue.id, message: message.id, receipt: .random(in: 1...Int.max))
        taken.receiptHandle = handle.text
        try run(
            """
            UPDATE sqs_message SET visible_at = ?, receive_count = receive_count + 1, receipt = ?, received_at = ?,
                first_received_at = ?
            WHERE id = ?
            """,
            .timestamp(now + .seconds(timeout)),
            .integer(handle.receipt),
            .timestamp(now),
            .timestamp(taken.firstReceivedAt ?? now),
            .integer(message.id)
        )
        return taken
    }
}
