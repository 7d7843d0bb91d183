import LocalSNS
import LocalSQS
import LocalServiceKit
import LocalStore

extension Database {
    /// Keeps a message as an event of every stream that it belongs to, and tells those who watch once that is durable.
    func keep(_ message: TopicMessage, of topic: Topic, _ watchers: EventWatchers) throws(ServiceError) {
        for source in try eventStreamSources(of: topic.arn) {
            guard let value = message.attributes[source.attribute]?.stringValue,
                let name = message.attributes[source.nameAttribute]?.stringValue
            else { continue }
            let key = EventStreamKey(topicARN: topic.arn, attribute: source.attribute, value: value)
            guard let event = try keep(message, named: name, in: key, source) else { continue }
            afterCommit { watchers.deliver(event, to: key) }
        }
    }

    /// The event as it is kept; nil where it was kept before.
    private func keep(
        _ message: TopicMessage,
        named name: String,
        in key: EventStreamKey,
        _ source: EventStreamSource
    ) throws(ServiceError) -> StreamedEvent? {
        let text = message.text(for: "default")
        let identity = EventIdentity(text)
        let isLast = source.lastNames.contains(name)
        let sequence = source.isNumberedBySequence ? identity?.sequence : nil
        let insertedCount = try run(
            """
            INSERT OR IGNORE INTO event_stream_event
                (topic, attribute, value, event_id, number, name, text, is_last, expires_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .text(key.topicARN),
            .text(key.attribute),
            .text(key.value),
            .text(identity.map { "\($0.source) \($0.id)" } ?? message.id),
            sequence.map { .integer($0) } ?? .null,
            .text(name),
            .text(text),
            .bool(isLast),
            .timestamp(now + (isLast ? source.lastRetention : source.retention))
        )
        guard insertedCount == 1 else { return nil }
        return StreamedEvent(number: sequence ?? lastInsertedRowID, name: name, text: text, isLast: isLast)
    }

    /// The events of a stream that come after a number, in order.
    func events(of key: EventStreamKey, after number: Int) throws(ServiceError) -> [StreamedEvent] {
        try all(
            StreamedEvent.self,
            """
            SELECT coalesce(number, position) AS number, name, text, is_last FROM event_stream_event
            WHERE topic = ? AND attribute = ? AND value = ? AND coalesce(number, position) > ? AND expires_at > ?
            ORDER BY 1
            """,
            .text(key.topicARN),
            .text(key.attribute),
            .text(key.value),
            .integer(number),
            .timestamp(now)
        )
    }

    /// Whether the last event of a stream has come, and has no greater number.
    func isOver(_ key: EventStreamKey, at number: Int) throws(ServiceError) -> Bool {
        let row = try first(
            """
            SELECT 1 FROM event_stream_event
            WHERE topic = ? AND attribute = ? AND value = ? AND is_last = 1 AND coalesce(number, position) <= ?
            """,
            .text(key.topicARN),
            .text(key.attribute),
            .text(key.value),
            .integer(number)
        )
        return row != nil
    }

    /// Replaces the kinds of streams that events are kept for.
    func setEventStreamSources(_ sources: [EventStreamSource]) throws(ServiceError) {
        try run("DELETE FROM event_stream_source")
        for source in sources {
            try run(
                "INSERT OR REPLACE INTO event_stream_source VALUES (?, ?, ?, ?, ?, ?, ?)",
                .text(source.topicARN),
                .text(source.attribute),
                .text(source.nameAttribute),
                .bool(source.isNumberedBySequence),
                .text(source.lastNames.sorted().joined(separator: "\n")),
                .integer(source.retention.wholeMilliseconds),
                .integer(source.lastRetention.wholeMilliseconds)
            )
        }
    }

    private func eventStreamSources(of topicARN: String) throws(ServiceError) -> [EventStreamSource] {
        try all(
            EventStreamSource.self,
            "SELECT * FROM event_stream_source WHERE topic = ?",
            .text(topicARN)
        )
    }
}

extension EventStreamSource: RowReadable {
    init(_ row: Row) throws(StoreError) {
        self.init(
            topicARN: try row.text("topic"),
            attribute: try row.text("attribute"),
            nameAttribute: try row.text("name_attribute"),
            isNumberedBySequence: try row.bool("is_numbered_by_sequence"),
            lastNames: Set(try row.text("last_names").split(separator: "\n").map(String.init)),
            retention: .milliseconds(try row.integer("retention")),
            lastRetention: .milliseconds(try row.integer("last_retention"))
        )
    }
}
