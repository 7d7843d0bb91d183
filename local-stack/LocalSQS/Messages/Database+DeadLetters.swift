import LocalServiceKit
import LocalStore

extension Database {
    /// The queue to which messages go that were received too often; nil where there is none (any more).
    func deadLetterQueue(of queue: Queue) throws(ServiceError) -> Queue? {
        guard let target = queue.deadLetterTarget else { return nil }
        return try self.queue(arn: target)
    }

    /// Moves a message to the dead-letter queue: it keeps its id, its age and its count of receives.
    func move(
        _ message: StoredMessage,
        from source: Queue,
        to target: Queue,
        _ signals: QueueSignals
    ) throws(ServiceError) {
        let sequence = target.isFIFO ? try nextSequence(of: target) : nil
        try run(
            """
            UPDATE sqs_message SET queue = ?, visible_at = ?, receipt = NULL, dead_letter_source = ?, sequence = ?
            WHERE id = ?
            """,
            .integer(target.id),
            .timestamp(now),
            .text(source.arn),
            .optional(sequence),
            .integer(message.id)
        )
        signals.announce(queue: target.arn, self)
    }
}
