import LocalServiceKit

/// Amazon Simple Queue Service.
enum SQS {
    /// All actions; the next one is a file and a line here.
    static func actions(_ signals: QueueSignals) -> ActionTable {
        ActionTable([
            CancelMessageMoveTask(),
            ChangeMessageVisibility(signals: signals),
            ChangeMessageVisibilityBatch(signals: signals),
            CreateQueue(),
            DeleteMessage(signals: signals),
            DeleteMessageBatch(signals: signals),
            DeleteQueue(signals: signals),
            GetQueueAttributes(),
            GetQueueURL(),
            ListDeadLetterSourceQueues(),
            ListMessageMoveTasks(),
            ListQueueTags(),
            ListQueues(),
            PurgeQueue(),
            ReceiveMessage(signals: signals),
            SendMessage(signals: signals),
            SendMessageBatch(signals: signals),
            SetQueueAttributes(),
            StartMessageMoveTask(signals: signals),
            TagQueue(),
            UntagQueue(),
        ])
    }

    /// How messages of the older Query protocol are written.
    static let layout = QueryLayout(
        version: "2012-11-05",
        namespace: "http://queue.amazonaws.com/doc/2012-11-05/",
        maps: ["Attributes", "MessageAttributes", "Tags"],
        shape: FlattenedShape(),
        refuse: refuse
    )

    /// The error for a message of the wrong shape.
    @Sendable static func refuse(_ error: WireError) -> ServiceError {
        guard case .missing(let path) = error, let name = path.last else { return .malformed(error) }
        return .missingParameter(name)
    }
}
