import LocalStore

extension SQS {
    /// Deletes a message that was received.
    enum DeleteMessage: ServiceAction {
        struct Input: Codable {
            var queueURL: String
            var receiptHandle: String
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            try database.delete(
                input.receiptHandle,
                from: database.queue(url: input.queueURL, context),
                context.signals
            )
            return Nothing()
        }
    }
}
