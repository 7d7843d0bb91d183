/// A batch of receipt handles, with a visibility timeout each where it is changed.
struct BatchRequest: Encodable, Sendable {
    private struct Entry: Encodable {
        let id: String
        let receiptHandle: String
        let visibilitySeconds: Int?

        enum CodingKeys: String, CodingKey {
            case id = "Id"
            case receiptHandle = "ReceiptHandle"
            case visibilitySeconds = "VisibilityTimeout"
        }
    }

    private let queueURL: String
    private let entries: [Entry]

    private enum CodingKeys: String, CodingKey {
        case queueURL = "QueueUrl"
        case entries = "Entries"
    }

    /// Makes a batch whose entries are named by their places.
    init(queueURL: String, _ entries: [(receiptHandle: String, visibilitySeconds: Int?)]) {
        self.queueURL = queueURL
        self.entries = entries.enumerated().map { index, entry in
            Entry(
                id: "\(index)",
                receiptHandle: entry.receiptHandle,
                visibilitySeconds: entry.visibilitySeconds
            )
        }
    }
}
