import LocalStore

extension Database {
    /// Delivers a checked message to all subscribers of the topic that want it, in this very action.
    func publish(
        _ message: TopicMessage,
        to topic: Topic,
        _ context: ActionContext
    ) throws(ServiceError) -> PublishedMessage {
        guard topic.isFIFO else {
            try deliver(message, of: topic, sequence: nil, context)
            return PublishedMessage(id: message.id, sequence: nil)
        }
        let key = message.deduplicationID ?? Digest.sha256.of(message.text(for: "default")).hexadecimal
        if let published = try duplicate(of: key, in: topic) { return published }
        let sequence = try nextSequence(of: topic)
        try run(
            "INSERT INTO sns_deduplication VALUES (?, ?, ?, ?, ?)",
            .integer(topic.id),
            .text(key),
            .text(message.id),
            .integer(sequence),
            .timestamp(now + .seconds(300))
        )
        try deliver(message, of: topic, sequence: sequence, context)
        return PublishedMessage(id: message.id, sequence: sequence)
    }

    private func deliver(
        _ message: TopicMessage,
        of topic: Topic,
        sequence: Int?,
        _ context: ActionContext
    ) throws(ServiceError) {
        try keep(message, of: topic, context.watchers)
        var delivery = TopicDelivery(message: message, topic: topic, sequence: sequence, context: context)
        let subscriptions = try subscriptions(
            where: "s.topic = ? AND s.is_confirmed = 1 AND s.protocol = 'sqs'",
            .integer(topic.id)
        )
        for subscription in subscriptions where delivery.isWanted(by: subscription) {
            try delivery.send(to: subscription, self)
        }
    }

    /// What was answered for a message with the same deduplication id in the last five minutes.
    private func duplicate(of key: String, in topic: Topic) throws(ServiceError) -> PublishedMessage? {
        try run(
            "DELETE FROM sns_deduplication WHERE topic = ? AND expires_at <= ?",
            .integer(topic.id),
            .timestamp(now)
        )
        let row = try first(
            "SELECT message_id, sequence FROM sns_deduplication WHERE topic = ? AND deduplication_id = ?",
            .integer(topic.id),
            .text(key)
        )
        return try row.map { row throws(ServiceError) in
            try row.value { row throws(StoreError) in
                PublishedMessage(id: try row.text("message_id"), sequence: try row.integer("sequence"))
            }
        }
    }

    private func nextSequence(of topic: Topic) throws(ServiceError) -> Int {
        try run("UPDATE sns_topic SET next_sequence = next_sequence + 1 WHERE id = ?", .integer(topic.id))
        let row = try first("SELECT next_sequence FROM sns_topic WHERE id = ?", .integer(topic.id))
        // As SNS has it, the numbers are a thousand apart.
        return 1000 * (row?.optionalInteger("next_sequence") ?? 0)
    }
}
