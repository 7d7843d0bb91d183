/// Amazon Simple Queue Service.
package enum SQS {
    /// All actions; the next one is a file and a line here.
    static let actions = ActionTable([
        CancelMessageMoveTask.self, ChangeMessageVisibility.self, ChangeMessageVisibilityBatch.self,
        CreateQueue.self,
        DeleteMessage.self, DeleteMessageBatch.self, DeleteQueue.self, GetQueueAttributes.self,
        GetQueueURL.self,
        ListDeadLetterSourceQueues.self, ListMessageMoveTasks.self, ListQueueTags.self, ListQueues.self,
        PurgeQueue.self,
        ReceiveMessage.self, SendMessage.self, SendMessageBatch.self, SetQueueAttributes.self,
        StartMessageMoveTask.self, TagQueue.self,
        UntagQueue.self,
    ])

    /// How messages of the older Query protocol are written.
    static let layout = QueryLayout(
        version: "2012-11-05",
        namespace: "http://queue.amazonaws.com/doc/2012-11-05/",
        maps: ["Attributes", "MessageAttributes", "Tags"],
        isFlattened: true,
        refuse: refuse
    )

    /// The error for a message of the wrong shape.
    @Sendable static func refuse(_ error: WireError) -> ServiceError {
        guard case .missing(let path) = error, let name = path.last else { return .malformed(error) }
        return .missingParameter(name)
    }
}
