import FoundationEssentials
import LocalJSON
package import LocalServiceKit
import LocalStore

extension Database {
    /// Puts a checked message into the queue and tells those who wait for it.
    package func enqueue(
        _ message: OutgoingMessage,
        to queue: Queue,
        _ signals: QueueSignals
    ) throws(ServiceError) -> SentMessage {
        guard queue.isFIFO else { return try insert(message, id: UUID.new, sequence: nil, queue, signals) }
        let key = message.deduplicationID ?? Digest.sha256.of(message.body).hexadecimal
        if let sent = try duplicate(of: key, in: queue) { return sent }
        let sequence = try nextSequence(of: queue)
        var message = message
        message.deduplicationID = key
        let sent = try insert(message, id: UUID.new, sequence: sequence, queue, signals)
        try run(
            "INSERT OR REPLACE INTO sqs_deduplication VALUES (?, ?, ?, ?, ?)",
            .integer(queue.id),
            .text(key),
            .text(sent.id),
            .integer(sequence),
            .timestamp(now + .seconds(300))
        )
        return sent
    }

    private func insert(
        _ message: OutgoingMessage,
        id: String,
        sequence: Int?,
        _ queue: Queue,
        _ signals: QueueSignals
    ) throws(ServiceError) -> SentMessage {
        let delay = message.delay ?? queue.delay
        try run(
            """
            INSERT INTO sqs_message (queue, message_id, body, attributes, system_attributes, sender, sent_at, visible_at,
                group_id, deduplication_id, sequence)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .integer(queue.id),
            .text(id),
            .text(message.body),
            .optional(message.attributes.json),
            .optional(message.systemAttributes.json),
            .text(message.sender),
            .timestamp(now),
            .timestamp(now + .seconds(delay)),
            .optional(message.groupID),
            .optional(message.deduplicationID),
            .optional(sequence)
        )
        try announceVisibility(of: queue, after: delay, signals)
        return SentMessage(id: id, sequence: sequence)
    }

    /// Tells those who wait for the queue that a message is visible now, or has them told when it will be.
    func announceVisibility(
        of queue: Queue,
        after seconds: Int,
        _ signals: QueueSignals
    ) throws(ServiceError) {
        if seconds <= 0 {
            signals.announce(queue: queue.arn, self)
        } else if signals.isAwaited(queue: queue.arn) {
            try scheduleWakeUp(of: queue, signals)
        }
    }

    /// Has those who wait for the queue told when the next message that is invisible now will be visible.
    func scheduleWakeUp(of queue: Queue, _ signals: QueueSignals) throws(ServiceError) {
        let row = try first(
            "SELECT MIN(visible_at) AS moment FROM sqs_message WHERE queue = ? AND visible_at > ?",
            .integer(queue.id),
            .timestamp(now)
        )
        guard let moment = row?.optionalInteger("moment") else { return }
        let arn = queue.arn
        schedule(at: Timestamp(milliseconds: moment), key: "sqs-visible-\(queue.id)") { database in
            signals.announce(queue: arn, database)
        }
    }

    /// What was answered for a message with the same deduplication id in the last five minutes.
    private func duplicate(of key: String, in queue: Queue) throws(ServiceError) -> SentMessage? {
        try run(
            "DELETE FROM sqs_deduplication WHERE queue = ? AND expires_at <= ?",
            .integer(queue.id),
            .timestamp(now)
        )
        return try first(
            SentMessage.self,
            "SELECT message_id, sequence FROM sqs_deduplication WHERE queue = ? AND deduplication_id = ?",
            .integer(queue.id),
            .text(key)
        )
    }

    /// The place of the next message of a FIFO queue.
    func nextSequence(of queue: Queue) throws(ServiceError) -> Int {
        try run("UPDATE sqs_queue SET next_sequence = next_sequence + 1 WHERE id = ?", .integer(queue.id))
        let row = try first("SELECT next_sequence FROM sqs_queue WHERE id = ?", .integer(queue.id))
        // Real sequence numbers are large and not consecutive; the distance keeps nobody from relying on less.
        return 18_850_000_000_000_000 + 256 * (try row?.value(Row.integer, of: "next_sequence") ?? 0)
    }
}

extension [String: MessageAttribute] {
    /// The attributes as a JSON text, to be stored; nil where there are none.
    var json: String? {
        guard !isEmpty, let value = try? WireValue.of(self) else { return nil }
        return JSONWriter.text(value)
    }
}
