/// One stream: a value of the attribute that its source tells messages apart by.
struct EventStreamKey: Sendable, Hashable {
    let topicARN: String
    let attribute: String
    let value: String
}
