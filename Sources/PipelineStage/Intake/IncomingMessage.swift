import PipelineRuntime
import StageContracts

/// A message as it reached a queue, freed of what SNS may have wrapped around it.
struct IncomingMessage: Sendable {
    /// The text that was published or sent.
    let body: [UInt8]
    /// The request's id as the sender's message attribute gives it.
    let attributeID: RequestID?
    /// Which posting it is: as the API or the sender names it, else by the id that SQS gave, which whoever sent it to the queue
    /// learns, and who publishes to the topic does not.
    let submission: Submission?
    /// The id that SQS gave.
    let messageID: String
    /// When it reached the queue, where SQS says so.
    let sentAt: Timestamp?
}

extension IncomingMessage {
    /// Takes a message that SNS delivered raw or in its envelope, or that was sent to the queue itself.
    init(_ message: SQSMessage) {
        let envelope = Self.envelope(of: message)
        body = Array((envelope?.message ?? message.body).utf8)
        func attribute(_ name: String) -> String? {
            envelope?.attributes[name]?.value ?? message.text(ofAttribute: name)
        }
        attributeID = attribute("requestId").flatMap { try? RequestID(reading: $0) }
        submission = attribute("submission").flatMap(Submission.init) ?? Submission(message.messageID)
        messageID = message.messageID
        sentAt = message.sentTime.map(Timestamp.init)
    }

    /// A request has no member `TopicArn`, so what has one is worth the reading.
    private static func envelope(of message: SQSMessage) -> SNSEnvelope? {
        guard message.body.contains("\"TopicArn\"") else { return nil }
        return try? SNSEnvelope(json: message.body)
    }
}
