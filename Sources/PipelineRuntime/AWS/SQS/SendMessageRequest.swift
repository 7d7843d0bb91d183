/// The body of `SendMessage`.
struct SendMessageRequest: Encodable, Sendable {
    let queueURL: String
    let body: String
    let delaySeconds: Int

    private enum CodingKeys: String, CodingKey {
        case queueURL = "QueueUrl"
        case body = "MessageBody"
        case delaySeconds = "DelaySeconds"
    }
}

/// The answer to `SendMessage`.
struct SendMessageAnswer: Decodable, Sendable {
    let messageID: String

    private enum CodingKeys: String, CodingKey {
        case messageID = "MessageId"
    }
}
