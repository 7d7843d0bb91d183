package import LocalServiceKit

/// A message on its way into a queue.
package struct OutgoingMessage: Sendable {
    /// What it says.
    package var body: String
    /// What it carries beside the body.
    package var attributes: [String: MessageAttribute] = [:]
    var systemAttributes: [String: MessageAttribute] = [:]
    /// Seconds until it is visible; nil for the queue's own delay.
    var delay: Int?
    /// The group in whose order it comes, in a FIFO queue.
    package var groupID: String?
    /// What tells a FIFO queue that it is the same message again; nil for the digest of the body.
    package var deduplicationID: String?
    /// The account that sends it.
    package let sender: String

    /// The bytes that count towards the limits.
    var size: Int { body.utf8.count + attributes.size }

    /// Checks what SQS demands of a message for that queue.
    package func check(for queue: Queue) throws(ServiceError) {
        guard !body.isEmpty else { throw .missingParameter("MessageBody") }
        guard size <= queue.maximumSize else {
            throw .invalidParameterValue(
                "One or more parameters are invalid. Reason: Message must be shorter than \(queue.maximumSize) bytes."
            )
        }
        guard body.hasMessageCharactersOnly else { throw .invalidMessageContents }
        try attributes.checkForSQS()
        for name in systemAttributes.keys where name != "AWSTraceHeader" {
            throw .invalidParameterValue("Message system attribute name '\(name)' is invalid.")
        }
        if let delay, !(0...900).contains(delay) {
            throw .outOfRange(delay, of: "DelaySeconds", 0...900)
        }
        try checkGroup(of: queue)
    }

    private func checkGroup(of queue: Queue) throws(ServiceError) {
        for (name, value) in [("MessageGroupId", groupID), ("MessageDeduplicationId", deduplicationID)] {
            guard let value, !value.isGroupOrDeduplicationID else { continue }
            throw .invalidValue(
                value,
                of: name,
                "\(name) can only include alphanumeric and punctuation characters. 1 to 128 in length."
            )
        }
        guard queue.isFIFO else {
            guard let deduplicationID else { return }
            throw .invalidValue(
                deduplicationID,
                of: "MessageDeduplicationId",
                "The request includes a parameter that is not valid for this queue type."
            )
        }
        guard groupID != nil else { throw .missingParameter("MessageGroupId") }
        guard deduplicationID != nil || queue.deduplicatesContent else {
            throw .invalidParameterValue(
                "The queue should either have ContentBasedDeduplication enabled or "
                    + "MessageDeduplicationId provided explicitly"
            )
        }
        if let delay, delay != queue.delay {
            throw .invalidValue(
                String(delay),
                of: "DelaySeconds",
                "The request include parameter that is not valid for this queue type."
            )
        }
    }
}

extension OutgoingMessage {
    /// A message that is a body alone.
    package init(body: String, sender: String) {
        self.init(body: body, attributes: [:], sender: sender)
    }
}

extension String {
    fileprivate var isGroupOrDeduplicationID: Bool {
        (1...128).contains(utf8.count) && utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
}
