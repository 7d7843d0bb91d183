import LocalSQS
import LocalServiceKit
import LocalStore

/// The delivery of one message to the queues that are subscribed to its topic.
struct TopicDelivery {
    let message: TopicMessage
    let topic: Topic
    /// The message's place in a FIFO topic.
    let sequence: Int?
    let context: ActionContext
    private let signals: QueueSignals
    /// The signature, which is the same for all queues of the topic.
    private var signature: NotificationSignature?

    init(
        message: TopicMessage,
        topic: Topic,
        sequence: Int?,
        _ context: ActionContext,
        _ signals: QueueSignals
    ) {
        self.message = message
        self.topic = topic
        self.sequence = sequence
        self.context = context
        self.signals = signals
    }

    /// Whether the subscription's filter policy lets the message pass.
    func isWanted(by subscription: Subscription) -> Bool {
        guard let text = subscription.filterPolicy else { return true }
        guard let policy = try? FilterPolicy(text, scope: subscription.filterScope),
            let facts = facts(subscription)
        else { return false }
        return policy.accepts(facts)
    }

    private func facts(_ subscription: Subscription) -> MessageFacts? {
        switch subscription.filterScope {
        case .messageAttributes: MessageFacts(attributes: message.attributes)
        case .messageBody: MessageFacts(body: message.text(for: subscription.protocolName))
        }
    }

    /// Puts the message into the subscription's queue; what that cannot take goes to the dead-letter queue, if there is one.
    mutating func send(to subscription: Subscription, _ database: Database) throws(ServiceError) {
        let text = message.text(for: subscription.protocolName)
        let body = subscription.isRaw ? text : try envelope(of: text, for: subscription, database)
        if try enqueue(body, subscription, to: subscription.endpoint, database) { return }
        guard let target = subscription.deadLetterTarget else { return }
        _ = try enqueue(body, subscription, to: target, database)
    }

    /// False where the queue does not exist or does not take such a message.
    private func enqueue(
        _ body: String,
        _ subscription: Subscription,
        to arn: String,
        _ database: Database
    ) throws(ServiceError) -> Bool {
        guard let queue = try database.queue(arn: arn) else { return false }
        let outgoing = outgoing(body, subscription, queue)
        do throws(ServiceError) {
            try outgoing.check(for: queue)
            _ = try database.enqueue(outgoing, to: queue, signals)
            return true
        } catch {
            // What the queue refuses is the message's fault, everything else the store's.
            guard error.fault == .sender else { throw error }
            return false
        }
    }

    private func outgoing(_ body: String, _ subscription: Subscription, _ queue: Queue) -> OutgoingMessage {
        var outgoing = OutgoingMessage(body: body, sender: topic.location.account)
        if subscription.isRaw { outgoing.attributes = message.attributes }
        guard topic.isFIFO else {
            outgoing.groupID = message.groupID
            return outgoing
        }
        // A FIFO topic passes its group and deduplication on to FIFO queues only.
        guard queue.isFIFO else { return outgoing }
        outgoing.groupID = message.groupID
        outgoing.deduplicationID =
            message.deduplicationID ?? Digest.sha256.of(message.text(for: "sqs")).hexadecimal
        return outgoing
    }

    private mutating func envelope(
        of text: String,
        for subscription: Subscription,
        _ database: Database
    ) throws(ServiceError) -> String {
        let envelope = NotificationEnvelope(
            messageID: message.id,
            sequence: sequence,
            topicARN: topic.arn,
            subject: message.subject,
            message: text,
            timestamp: database.now,
            attributes: message.attributes,
            unsubscribeURL: "\(context.baseURL)/?Action=Unsubscribe&SubscriptionArn=\(subscription.arn)"
        )
        guard !topic.isFIFO else { return envelope.text(nil) }
        if signature == nil { signature = try sign(envelope, database) }
        return envelope.text(signature)
    }

    private func sign(
        _ envelope: NotificationEnvelope,
        _ database: Database
    ) throws(ServiceError) -> NotificationSignature {
        try NotificationSignature(
            of: envelope.signedMembers,
            version: topic.signatureVersion,
            by: database.signingIdentity(),
            baseURL: context.baseURL
        )
    }
}
