/// Amazon Simple Queue Service.
package enum SQS {
    /// All actions; the next one is a file and a line here.
    static let actions = ActionTable([
        ChangeMessageVisibility.self, ChangeMessageVisibilityBatch.self, CreateQueue.self,
        DeleteMessage.self, DeleteMessageBatch.self, DeleteQueue.self, GetQueueAttributes.self,
        GetQueueURL.self,
        ListDeadLetterSourceQueues.self, ListQueueTags.self, ListQueues.self, PurgeQueue.self,
        ReceiveMessage.self, SendMessage.self, SendMessageBatch.self, SetQueueAttributes.self, TagQueue.self,
        UntagQueue.self,
    ])
}
