import LocalSQS
import LocalServiceKit
import LocalStore

/// Publishes messages to topics.
struct TopicPublisher: Sendable {
    /// Who waits for messages of the queues that subscribe.
    let signals: QueueSignals
    /// Who is told of all that is published.
    let observer: any TopicObserver

    /// Delivers a checked message to all subscribers of the topic that want it, in this very action.
    func publish(
        _ message: TopicMessage,
        to topic: Topic,
        _ database: Database,
        _ context: ActionContext
    ) throws(ServiceError) -> PublishedMessage {
        guard topic.isFIFO else {
            try deliver(message, of: topic, sequence: nil, database, context)
            return PublishedMessage(id: message.id, sequence: nil)
        }
        let key = message.deduplicationID ?? Digest.sha256.of(message.text(for: "default")).hexadecimal
        if let published = try database.duplicate(of: key, in: topic) { return published }
        let sequence = try database.nextSequence(of: topic)
        try database.run(
            "INSERT INTO sns_deduplication VALUES (?, ?, ?, ?, ?)",
            .integer(topic.id),
            .text(key),
            .text(message.id),
            .integer(sequence),
            .timestamp(database.now + .seconds(300))
        )
        try deliver(message, of: topic, sequence: sequence, database, context)
        return PublishedMessage(id: message.id, sequence: sequence)
    }

    private func deliver(
        _ message: TopicMessage,
        of topic: Topic,
        sequence: Int?,
        _ database: Database,
        _ context: ActionContext
    ) throws(ServiceError) {
        try observer.observe(message, of: topic, database)
        var delivery = TopicDelivery(message: message, topic: topic, sequence: sequence, context, signals)
        let subscriptions = try database.subscriptions(
            where: "s.topic = ? AND s.is_confirmed = 1 AND s.protocol = 'sqs'",
            .integer(topic.id)
        )
        for subscription in subscriptions where delivery.isWanted(by: subscription) {
            try delivery.send(to: subscription, database)
        }
    }
}

extension Database {
    /// What was answered for a message with the same deduplication id in the last five minutes.
    fileprivate func duplicate(of key: String, in topic: Topic) throws(ServiceError) -> PublishedMessage? {
        try run(
            "DELETE FROM sns_deduplication WHERE topic = ? AND expires_at <= ?",
            .integer(topic.id),
            .timestamp(now)
        )
        return try first(
            PublishedMessage.self,
            "SELECT message_id, sequence FROM sns_deduplication WHERE topic = ? AND deduplication_id = ?",
            .integer(topic.id),
            .text(key)
        )
    }

    fileprivate func nextSequence(of topic: Topic) throws(ServiceError) -> Int {
        try run("UPDATE sns_topic SET next_sequence = next_sequence + 1 WHERE id = ?", .integer(topic.id))
        let row = try first("SELECT next_sequence FROM sns_topic WHERE id = ?", .integer(topic.id))
        // As SNS has it, the numbers are a thousand apart.
        return 1000 * (try row?.value(Row.integer, of: "next_sequence") ?? 0)
    }
}

extension PublishedMessage: RowReadable {
    init(_ row: Row) throws(StoreError) {
        self.init(id: try row.text("message_id"), sequence: try row.integer("sequence"))
    }
}
