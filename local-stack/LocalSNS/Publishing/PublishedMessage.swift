import LocalSQS

/// What a publisher is told of its message.
struct PublishedMessage: Sendable {
    let id: String
    /// Its place in a FIFO topic.
    let sequence: Int?

    /// The sequence number as SNS writes it.
    var sequenceNumber: String? { sequence.map { $0.topicSequenceNumber } }
}

extension Int {
    /// A sequence number as SNS writes it: 20 digits of which the first is 1.
    var topicSequenceNumber: String { "1" + sequenceNumber.dropFirst() }
}
