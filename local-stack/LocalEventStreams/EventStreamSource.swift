/// A kind of stream: the messages of a topic, by the value of one of their attributes.
package struct EventStreamSource: Sendable, Hashable {
    /// The topic whose messages are the events.
    package let topicARN: String
    /// The message attribute by whose value the messages are told apart; those without it are in no stream.
    package let attribute: String
    /// The message attribute that names an event.
    package let nameAttribute: String
    /// Whether an event's number is its place among those of its CloudEvents source (`sequence`), else that of its arrival.
    package let isNumberedBySequence: Bool
    /// Names of events after which a stream ends; with none of them it never does.
    package let lastNames: Set<String>
    /// How long an event can be asked for.
    package let retention: Duration
    /// How long an event can be asked for after which nothing comes.
    package let lastRetention: Duration

    /// How long a stream may be silent from its beginning; then it ends, and a client may ask again.
    package let patience: Duration

    /// A kind of stream.
    package init(
        topicARN: String,
        attribute: String,
        nameAttribute: String,
        isNumberedBySequence: Bool = false,
        lastNames: Set<String> = [],
        retention: Duration = .seconds(86_400),
        lastRetention: Duration = .seconds(86_400),
        patience: Duration = .seconds(900)
    ) {
        self.topicARN = topicARN
        self.attribute = attribute
        self.nameAttribute = nameAttribute
        self.isNumberedBySequence = isNumberedBySequence
        self.lastNames = lastNames
        self.retention = retention
        self.lastRetention = lastRetention
        self.patience = patience
    }
}
