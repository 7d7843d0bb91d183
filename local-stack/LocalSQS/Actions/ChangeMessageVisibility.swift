import LocalServiceKit
import LocalStore

extension SQS {
    /// Lets a received message stay invisible for longer or shorter.
    struct ChangeMessageVisibility: ServiceAction {
        let signals: QueueSignals

        struct Input: Codable {
            var queueURL: String
            var receiptHandle: String
            var visibilityTimeout: Int
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            try database.changeVisibility(
                of: input.receiptHandle,
                in: database.queue(url: input.queueURL, context),
                to: input.visibilityTimeout,
                signals
            )
            return Nothing()
        }
    }
}
