/// What one receive brought.
package struct PolledBatch: Sendable {
    /// The messages in the order in which the queue gave them.
    package let messages: [PolledMessage]
    /// How long they stay invisible from now on.
    package let visibilityTimeout: Duration

    /// The messages of one receive.
    package init(messages: [PolledMessage], visibilityTimeout: Duration) {
        self.messages = messages
        self.visibilityTimeout = visibilityTimeout
    }
}
