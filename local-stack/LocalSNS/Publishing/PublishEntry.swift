import LocalServiceKit

/// One message of a batch.
struct PublishEntry: Decodable, Sendable {
    /// The name by which the answer refers to the message.
    let id: String
    let content: TopicMessage.Content

    private enum CodingKeys: String, CodingKey {
        case id
    }

    init(from decoder: any Decoder) throws {
        id = try decoder.container(keyedBy: CodingKeys.self).decode(String.self, forKey: .id)
        content = try TopicMessage.Content(from: decoder)
    }

    /// Checks the ids of a batch and their number.
    static func check(_ ids: [String]) throws(ServiceError) {
        guard !ids.isEmpty else {
            throw .topicBatch("EmptyBatchRequest", "The batch request doesn't contain any entries.")
        }
        guard ids.count <= 10 else {
            throw .topicBatch(
                "TooManyEntriesInBatchRequest",
                "The batch request contains more entries than permissible."
            )
        }
        guard Set(ids).count == ids.count else {
            throw .topicBatch(
                "BatchEntryIdsNotDistinct",
                "Two or more batch entries in the request have the same Id."
            )
        }
        for id in ids { try check(id) }
    }

    private static func check(_ id: String) throws(ServiceError) {
        let code = "InvalidBatchEntryId"
        guard id.utf8.count <= 80 else {
            throw .topicBatch(code, "The Id of a batch entry in the batch request is too long: \(id)")
        }
        guard !id.isEmpty, id.utf8.allSatisfy(\.isNameCharacter) else {
            throw .topicBatch(
                code,
                "The Id of a batch entry in the batch request contains an impermissible character: \(id)"
            )
        }
    }
}
