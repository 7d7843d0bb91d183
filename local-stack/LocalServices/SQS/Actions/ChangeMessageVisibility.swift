import LocalStore

extension SQS {
    /// Lets a received message stay invisible for longer or shorter.
    enum ChangeMessageVisibility: ServiceAction {
        struct Input: Codable {
            var queueURL: String
            var receiptHandle: String
            var visibilityTimeout: Int
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            try database.changeVisibility(
                of: input.receiptHandle,
                in: database.queue(url: input.queueURL, context),
                to: input.visibilityTimeout,
                context.signals
            )
            return Nothing()
        }
    }
}
