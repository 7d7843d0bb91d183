/// What a request to send says of one message, which it sends alone or in a batch.
protocol MessageInput {
    var messageBody: String { get }
    var delaySeconds: Int? { get }
    var messageAttributes: [String: MessageAttribute]? { get }
    var messageSystemAttributes: [String: MessageAttribute]? { get }
    var messageGroupID: String? { get }
    var messageDeduplicationID: String? { get }
}

extension OutgoingMessage {
    /// The message that an account asks to send.
    init(_ input: some MessageInput, from sender: String) {
        self.init(
            body: input.messageBody,
            attributes: input.messageAttributes ?? [:],
            systemAttributes: input.messageSystemAttributes ?? [:],
            delay: input.delaySeconds,
            groupID: input.messageGroupID,
            deduplicationID: input.messageDeduplicationID,
            sender: sender
        )
    }
}
