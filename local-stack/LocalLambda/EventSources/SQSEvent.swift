/// The event that a function gets for a batch of messages, in Lambda's wire shape.
struct SQSEvent: Encodable {
    let records: [SQSRecord]

    private enum CodingKeys: String, CodingKey {
        case records = "Records"
    }
}
