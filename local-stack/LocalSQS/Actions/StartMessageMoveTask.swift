import LocalServiceKit
import LocalStore

extension SQS {
    /// Moves the messages of a dead-letter queue back to where they came from, or to a given queue.
    struct StartMessageMoveTask: ServiceAction {
        let signals: QueueSignals

        struct Input: Codable {
            var sourceARN: String
            var destinationARN: String?
            var maxNumberOfMessagesPerSecond: Int?
        }

        struct Output: Codable {
            var taskHandle: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let source = try database.existingQueue(arn: input.sourceARN, parameter: "SourceArn")
            let isDeadLetterQueue = try database.queues(prefix: "", in: source.location).contains {
                $0.deadLetterTarget == source.arn
            }
            guard isDeadLetterQueue else {
                throw .invalidParameterValue("Source queue must be configured as a Dead Letter Queue.")
            }
            if let rate = input.maxNumberOfMessagesPerSecond, !(1...500).contains(rate) {
                throw .outOfRange(rate, of: "MaxNumberOfMessagesPerSecond", 1...500)
            }
            var destination: Queue?
            if let arn = input.destinationARN {
                destination = try database.existingQueue(arn: arn, parameter: "DestinationArn")
            }
            let id = try database.moveMessages(
                from: source,
                to: destination,
                maximumRate: input.maxNumberOfMessagesPerSecond,
                signals
            )
            return Output(taskHandle: MoveTaskHandle(id: id, source: source.arn).text)
        }
    }
}
