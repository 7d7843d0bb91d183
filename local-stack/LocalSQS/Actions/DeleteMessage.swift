import LocalServiceKit
import LocalStore

extension SQS {
    /// Deletes a message that was received.
    struct DeleteMessage: ServiceAction {
        let signals: QueueSignals

        struct Input: Codable {
            var queueURL: String
            var receiptHandle: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            try database.delete(
                input.receiptHandle,
                from: database.queue(url: input.queueURL, context),
                signals
            )
            return Nothing()
        }
    }
}
