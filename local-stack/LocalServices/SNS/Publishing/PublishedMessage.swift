/// What a publisher is told of its message.
struct PublishedMessage: Sendable {
    let id: String
    /// Its place in a FIFO topic.
    let sequence: Int?
}
