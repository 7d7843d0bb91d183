/// Messages that one invocation gets together.
struct MessageBatch {
    /// What a synchronous invocation's event may weigh.
    static let maximumByteCount = 6 * 1_024 * 1_024

    private(set) var messages: [PolledMessage] = []
    /// The uptime at which the first of the messages becomes visible again.
    private(set) var invisibleUntil: Duration?
    private var byteCount = Self.envelopeByteCount
    private let queueARN: String

    /// The event around no records at all.
    private static let envelopeByteCount = #"{"Records":[]}"#.utf8.count

    init(queueARN: String) {
        self.queueARN = queueARN
    }

    /// Adds a message; false, and nothing added, where the event would become too large for an invocation.
    mutating func append(_ message: PolledMessage, invisibleUntil end: Duration) -> Bool {
        let separator = messages.isEmpty ? 0 : 1
        let size = separator + [UInt8].json(SQSRecord(message, queueARN: queueARN)).count
        guard messages.isEmpty || byteCount + size <= Self.maximumByteCount else { return false }
        messages.append(message)
        byteCount += size
        invisibleUntil = min(invisibleUntil ?? end, end)
        return true
    }

    /// The event, JSON.
    var event: [UInt8] {
        .json(SQSEvent(records: messages.map { SQSRecord($0, queueARN: queueARN) }))
    }
}
