import LocalServiceKit
import LocalStore

extension Database {
    /// The topic of that name; nil where there is none.
    func topic(named name: String, in location: Location) throws(ServiceError) -> Topic? {
        try first(
            Topic.self,
            "SELECT \(Topic.columns) FROM sns_topic WHERE account = ? AND region = ? AND name = ?",
            .text(location.account),
            .text(location.region),
            .text(name)
        )
    }

    /// The topic of that ARN; throws where the text is none, where the topic is in another region or does not exist.
    func topic(arn text: String, _ context: ActionContext) throws(ServiceError) -> Topic {
        let arn = try SNS.arn(text, parameter: "TopicArn")
        guard arn.location.region == context.location.region else {
            throw .invalidSNSParameter("TopicArn")
        }
        guard arn.service == "sns", let topic = try topic(named: arn.resource, in: arn.location) else {
            throw .topicDoesNotExist
        }
        return topic
    }

    /// Creates a topic, or answers the one of that name if it has the same attributes and tags.
    @discardableResult
    func createTopic(
        _ name: String,
        attributes: [String: String] = [:],
        tags: [String: String] = [:],
        in location: Location
    ) throws(ServiceError) -> Topic {
        let checked = try TopicAttributes(creating: attributes)
        guard Self.isTopicName(name, isFIFO: checked.flag("FifoTopic")) else {
            throw .invalidSNSParameter("Topic Name")
        }
        if let existing = try topic(named: name, in: location) {
            try requireSame(checked, tags, existing)
            return existing
        }
        try run(
            """
            INSERT INTO sns_topic (account, region, name, attributes, tags, is_fifo, deduplicates_content, signature_version)
            VALUES (?, ?, ?, '{}', ?, ?, 0, 1)
            """,
            .text(location.account),
            .text(location.region),
            .text(name),
            .text(tags.json),
            .bool(checked.flag("FifoTopic"))
        )
        guard let topic = try topic(named: name, in: location) else { throw .topicDoesNotExist }
        try store(checked, of: topic)
        return topic
    }

    private func requireSame(
        _ attributes: TopicAttributes,
        _ tags: [String: String],
        _ topic: Topic
    ) throws(ServiceError) {
        let current = try self.attributes(of: topic).values
        guard attributes.values.allSatisfy({ current[$0.key] == $0.value }) else {
            throw .invalidSNSParameter("Attributes Reason: Topic already exists with different attributes")
        }
        let currentTags = try self.tags(of: topic)
        guard tags.allSatisfy({ currentTags[$0.key] == $0.value }) else {
            throw .invalidSNSParameter("Tags Reason: Topic already exists with different tags")
        }
    }

    private static func isTopicName(_ name: String, isFIFO: Bool) -> Bool {
        let stem = isFIFO && name.hasSuffix(".fifo") ? String(name.dropLast(5)) : name
        return (1...256).contains(name.utf8.count) && !stem.isEmpty && stem.utf8.allSatisfy(\.isNameCharacter)
            && isFIFO == name.hasSuffix(".fifo")
    }

    /// What was set of the topic's attributes.
    func attributes(of topic: Topic) throws(ServiceError) -> TopicAttributes {
        let row = try first("SELECT attributes FROM sns_topic WHERE id = ?", .integer(topic.id))
        return TopicAttributes(
            stored: try row?.value(Row.texts, of: "attributes") ?? [:]
        )
    }

    /// Replaces the topic's attributes.
    func store(_ attributes: TopicAttributes, of topic: Topic) throws(ServiceError) {
        try run(
            "UPDATE sns_topic SET attributes = ?, deduplicates_content = ?, signature_version = ? WHERE id = ?",
            .text(attributes.values.json),
            .bool(attributes.flag("ContentBasedDeduplication")),
            .integer(attributes.signatureVersion),
            .integer(topic.id)
        )
    }

    /// The topic's tags.
    func tags(of topic: Topic) throws(ServiceError) -> [String: String] {
        let row = try first("SELECT tags FROM sns_topic WHERE id = ?", .integer(topic.id))
        return try row?.value(Row.texts, of: "tags") ?? [:]
    }
}

extension SNS {
    /// The parts of an ARN; throws where the text is none.
    static func arn(_ text: String, parameter: String) throws(ServiceError) -> ARN {
        guard let arn = ARN(text) else {
            throw .invalidSNSParameter(
                "\(parameter) Reason: An ARN must have at least 6 elements, not \(ARN.partCount(text))"
            )
        }
        return arn
    }
}
