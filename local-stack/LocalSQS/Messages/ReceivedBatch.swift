/// What a consumer in this process received at once.
package struct ReceivedBatch: Sendable {
    /// The messages with all their attributes; none where the queue is empty or does not exist.
    package var messages: [ReceivedMessage] = []
    /// How long they stay invisible.
    package var visibilityTimeout = Duration.zero
}
