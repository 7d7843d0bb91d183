import CloudTemplate

/// The events behind a method, of the extension `x-event-stream`: messages of a topic, sent on as they come.
///
/// API Gateway ignores the extension and answers by the method's integration.
package struct EventStreamDefinition: Sendable {
    /// The ARN of the topic whose messages are the events.
    package let topicARN: String
    /// The message attribute by which the events of one stream are told from others.
    package let attribute: String
    /// The variable of the path that holds the attribute's value.
    package let parameter: String
    /// The message attribute that names an event.
    package let nameAttribute: String
    /// Whether an event's id is its CloudEvents `sequence`.
    package let isNumberedBySequence: Bool
    /// The names of events after which a stream ends; with none of them it never does.
    package let lastNames: [String]
    /// Days for which an event can be asked for after which nothing comes; others can for one day.
    package let lastRetentionDays: Int

    /// Seconds for which a stream may be silent from its beginning; then it ends.
    package let patienceSeconds: Int?
    /// What a value has to look like; the events of others are asked of the integration.
    private let pattern: SchemaPattern?

    init?(_ reader: PropertyReader, path: PathPattern) {
        isNumberedBySequence = reader.word("id", of: ["sequence", "arrival"]) == "sequence"
        lastNames = reader.texts("last") ?? []
        lastRetentionDays = reader.integer("lastRetentionDays", in: 1...36_500) ?? 1
        patienceSeconds = reader.integer("patienceSeconds", in: 1...86_400)
        pattern = reader.text("pattern").flatMap { text in
            if let pattern = SchemaPattern(text) { return pattern }
            reader.refuse("pattern", "is no regular expression: \(text)")
            return nil
        }
        let name = reader.requiredText("name")
        guard let topic = reader.requiredText("topic"), let attribute = reader.requiredText("attribute"),
            let parameter = reader.requiredText("parameter"), let name
        else { return nil }
        guard path.segments.contains(.variable(parameter)) else {
            reader.refuse("parameter", "is no variable of the path: \(parameter)")
            return nil
        }
        topicARN = topic
        self.attribute = attribute
        self.parameter = parameter
        nameAttribute = name
    }

    /// Whether there can be events of that value.
    func canHave(_ value: String) -> Bool { pattern?.isWhole(value) ?? true }
}
