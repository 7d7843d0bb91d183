import LocalStore

/// A message as it is stored.
struct StoredMessage: Sendable {
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

    init(_ row: Row) throws(ServiceError) {
        attributes = try [String: MessageAttribute](json: row.optionalText("attributes"))
        systemAttributes = try [String: MessageAttribute](json: row.optionalText("system_attributes"))
        let read = Reader(row: row)
        id = try read.integer("id")
        messageID = try read.text("message_id")
        body = try read.text("body")
        sender = try read.text("sender")
        sentAt = Timestamp(milliseconds: try read.integer("sent_at"))
        visibleAt = Timestamp(milliseconds: try read.integer("visible_at"))
        firstReceivedAt = row.optionalInteger("first_received_at").map { Timestamp(milliseconds: $0) }
        receiveCount = try read.integer("receive_count")
        deadLetterSource = row.optionalText("dead_letter_source")
        groupID = row.optionalText("group_id")
        deduplicationID = row.optionalText("deduplication_id")
        sequence = row.optionalInteger("sequence")
    }

    private struct Reader {
        let row: Row
        func text(_ name: String) throws(ServiceError) -> String {
            try row.value { row throws(StoreError) in try row.text(name) }
        }
        func integer(_ name: String) throws(ServiceError) -> Int {
            try row.value { row throws(StoreError) in try row.integer(name) }
        }
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
