import LocalServiceKit

/// The names of attributes that a receiver asks for.
struct WantedAttributes: Sendable {
    var system: Set<String>
    var message: [String]

    /// All of them.
    static let all = WantedAttributes(system: ["All"], message: ["All"])

    private static let systemNames: Set = [
        "All", "AWSTraceHeader", "ApproximateFirstReceiveTimestamp", "ApproximateReceiveCount",
        "DeadLetterQueueSourceArn", "MessageDeduplicationId", "MessageGroupId", "SenderId", "SentTimestamp",
        "SequenceNumber",
    ]

    init(system: [String], message: [String]) {
        self.system = Set(system)
        self.message = message
    }

    /// Throws where a system attribute of such a name does not exist.
    func check() throws(ServiceError) {
        // Queue attributes in this list are old clients' habit; SQS lets them pass.
        for name in system.sorted() where !Self.systemNames.contains(name) && !QueueAttributes.isKnown(name) {
            throw .unknownAttribute(name)
        }
    }

    func includes(system name: String) -> Bool { system.contains("All") || system.contains(name) }

    /// Whether a name, `All`, `.*` or a beginning such as `bar.*` asks for the attribute.
    func includes(message name: String) -> Bool {
        message.contains { wanted in
            wanted == "All" || wanted == ".*" || wanted == name
                || (wanted.hasSuffix(".*") && name.hasPrefix(wanted.dropLast(2)))
        }
    }
}
