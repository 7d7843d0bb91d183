extension SQSMessage: Codable {
    private enum CodingKeys: String, CodingKey {
        case messageID = "messageId"
        case receiptHandle
        case body
        case md5OfBody
        case md5OfMessageAttributes
        case attributes
        case messageAttributes
        case eventSource
        case eventSourceARN
        case region = "awsRegion"
    }

    private static let eventSource = "aws:sqs"

    /// Strict on what a stage needs, tolerant of what it can do without.
    package init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let source = try container.decodeIfPresent(String.self, forKey: .eventSource)
        guard source == nil || source == Self.eventSource else {
            throw DecodingError.dataCorruptedError(
                forKey: .eventSource,
                in: container,
                debugDescription: "a record of \(source ?? "") is no message of a queue"
            )
        }
        self.init(
            messageID: try container.decode(String.self, forKey: .messageID),
            receiptHandle: try container.decode(String.self, forKey: .receiptHandle),
            body: try container.decode(String.self, forKey: .body),
            md5OfBody: try container.decodeIfPresent(String.self, forKey: .md5OfBody) ?? "",
            md5OfMessageAttributes: try container.decodeIfPresent(
                String.self,
                forKey: .md5OfMessageAttributes
            ),
            attributes: try container.decodeIfPresent([String: String].self, forKey: .attributes) ?? [:],
            messageAttributes: try container.decodeIfPresent(
                [String: SQSMessageAttribute].self,
                forKey: .messageAttributes
            ) ?? [:],
            eventSourceARN: try container.decode(String.self, forKey: .eventSourceARN),
            region: try container.decodeIfPresent(String.self, forKey: .region) ?? ""
        )
    }

    /// Writes every member that an event source mapping writes.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(messageID, forKey: .messageID)
        try container.encode(receiptHandle, forKey: .receiptHandle)
        try container.encode(body, forKey: .body)
        try container.encode(md5OfBody, forKey: .md5OfBody)
        try container.encodeIfPresent(md5OfMessageAttributes, forKey: .md5OfMessageAttributes)
        try container.encode(attributes, forKey: .attributes)
        try container.encode(messageAttributes, forKey: .messageAttributes)
        try container.encode(Self.eventSource, forKey: .eventSource)
        try container.encode(eventSourceARN, forKey: .eventSourceARN)
        try container.encode(region, forKey: .region)
    }
}
