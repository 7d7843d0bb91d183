import FoundationEssentials
import LocalServiceKit
import LocalStore

extension Database {
    /// Moves all visible messages of a dead-letter queue, in this very action; answers the task's id.
    ///
    /// AWS takes its time over it and needs a rate for that; here the task is over when it is answered.
    func moveMessages(
        from source: Queue,
        to destination: Queue?,
        maximumRate: Int?,
        _ signals: QueueSignals
    ) throws(ServiceError) -> String {
        let rows = try all(
            "SELECT id, dead_letter_source FROM sqs_message WHERE queue = ? AND visible_at <= ? ORDER BY id",
            .integer(source.id),
            .timestamp(now)
        )
        var movedCount = 0
        for row in rows {
            var target = destination
            if target == nil, let origin = row.optionalText("dead_letter_source") {
                target = try queue(arn: origin)
            }
            guard let target, target.isFIFO == source.isFIFO else { continue }
            try renew(row.value(Row.integer, of: "id"), in: target)
            signals.announce(queue: target.arn, self)
            movedCount += 1
        }
        let id = UUID.new
        try run(
            "INSERT INTO sqs_move_task VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            .text(id),
            .text(source.arn),
            .optional(destination?.arn),
            .optional(maximumRate),
            .text(movedCount == rows.count ? "COMPLETED" : "FAILED"),
            .optional(movedCount == rows.count ? nil : "CouldNotDetermineMessageSource"),
            .integer(movedCount),
            .integer(rows.count),
            .timestamp(now)
        )
        return id
    }

    /// The message is a new one in the queue to which it goes: other id, other time, never received.
    private func renew(_ message: Int, in queue: Queue) throws(ServiceError) {
        try run(
            """
            UPDATE sqs_message SET queue = ?1, message_id = ?2, sent_at = ?3, visible_at = ?3, first_received_at = NULL,
                received_at = NULL, receive_count = 0, receipt = NULL, dead_letter_source = NULL, sequence = ?4
            WHERE id = ?5
            """,
            .integer(queue.id),
            .text(UUID.new),
            .timestamp(now),
            .optional(queue.isFIFO ? try nextSequence(of: queue) : nil),
            .integer(message)
        )
    }

    /// The last tasks of a dead-letter queue, the newest first.
    func moveTasks(of source: Queue, maximum: Int) throws(ServiceError) -> [MoveTask] {
        try all(
            MoveTask.self,
            "SELECT * FROM sqs_move_task WHERE source = ? ORDER BY id DESC LIMIT ?",
            .text(source.arn),
            .integer(maximum)
        )
    }

    /// The queue of a parameter that names one by its ARN.
    func existingQueue(arn: String, parameter: String) throws(ServiceError) -> Queue {
        guard let queue = try queue(arn: arn) else {
            throw ServiceError(
                "ResourceNotFoundException",
                "The resource that you specified for the \(parameter) parameter doesn't exist.",
                status: 404
            )
        }
        return queue
    }
}
