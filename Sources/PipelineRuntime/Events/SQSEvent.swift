/// What a function that reads a queue is invoked with.
///
/// Shape: "Using Lambda with Amazon SQS" of the Lambda developer guide. Members that it does not name are ignored.
package struct SQSEvent: Sendable, Hashable {
    /// The batch, in the order in which the queue gave it.
    package let messages: [SQSMessage]

    /// Makes an event of `messages`.
    package init(_ messages: [SQSMessage]) {
        self.messages = messages
    }

    /// Decodes an event.
    ///
    /// - Throws: When it has no `Records` or a record lacks its id, receipt handle, body or queue.
    package init(json bytes: [UInt8]) throws(EventError) {
        self = try EventDecoder.decode(SQSEvent.self, from: bytes)
    }

    /// The event's JSON as an event source mapping sends it.
    package var json: [UInt8] {
        guard let bytes = LineEncoder.encode(self) else {
            preconditionFailure("an event holds only texts, which JSON can always carry")
        }
        return bytes
    }
}

extension SQSEvent: Codable {
    enum CodingKeys: String, CodingKey {
        case messages = "Records"
    }
}
