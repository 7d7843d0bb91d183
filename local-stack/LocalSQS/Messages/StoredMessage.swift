import LocalServiceKit
import LocalStore

/// A message as it is stored.
struct StoredMessage: Sendable, RowReadable {
    let id: Int
    let messageID: String
    let body: String
    let attributes: [String: MessageAttribute]
    let systemAttributes: [String: MessageAttribute]
    let sender: String
    let sentAt: Timestamp
    let visibleAt: Timestamp
    var firstReceivedAt: Timestamp?
    var receiveCount: Int
    /// The handle of the receipt that this value came from.
    var receiptHandle = ""
    let deadLetterSource: String?
    let groupID: String?
    let deduplicationID: String?
    let sequence: Int?

    init(_ row: Row) throws(StoreError) {
        attributes = try Self.attributes(row, "attributes")
        systemAttributes = try Self.attributes(row, "system_attributes")
        id = try row.integer("id")
        messageID = try row.text("message_id")
        body = try row.text("body")
        sender = try row.text("sender")
        sentAt = try row.timestamp("sent_at")
        visibleAt = try row.timestamp("visible_at")
        firstReceivedAt = row.optionalInteger("first_received_at").map { Timestamp(milliseconds: $0) }
        receiveCount = try row.integer("receive_count")
        deadLetterSource = row.optionalText("dead_letter_source")
        groupID = row.optionalText("group_id")
        deduplicationID = row.optionalText("deduplication_id")
        sequence = row.optionalInteger("sequence")
    }

    private static func attributes(
        _ row: Row,
        _ column: String
    ) throws(StoreError) -> [String: MessageAttribute] {
        guard row[column] != .null else { return [:] }
        return try row.decoded(column, as: [String: MessageAttribute].self)
    }

    /// The system attributes that a receiver can ask for.
    var allSystemAttributes: [String: String] {
        var all = [
            "ApproximateReceiveCount": String(receiveCount), "SentTimestamp": String(sentAt.milliseconds),
            "SenderId": sender,
        ]
        all["ApproximateFirstReceiveTimestamp"] = String(firstReceivedAt?.milliseconds ?? 0)
        all["DeadLetterQueueSourceArn"] = deadLetterSource
        all["MessageGroupId"] = groupID
        all["MessageDeduplicationId"] = deduplicationID
        all["SequenceNumber"] = sequence?.sequenceNumber
        for (name, attribute) in systemAttributes { all[name] = attribute.stringValue }
        return all
    }
}
