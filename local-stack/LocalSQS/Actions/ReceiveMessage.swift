import LocalServiceKit
import LocalStore

extension SQS {
    /// Takes messages from a queue, waiting for the first one if asked to.
    struct ReceiveMessage: WaitingAction {
        let signals: QueueSignals

        struct Input: Codable {
            var queueURL: String
            var attributeNames: [String]?
            var messageSystemAttributeNames: [String]?
            var messageAttributeNames: [String]?
            var maxNumberOfMessages: Int?
            var visibilityTimeout: Int?
            var waitTimeSeconds: Int?
            var receiveRequestAttemptID: String?
        }

        struct Output: Codable {
            var messages: [ReceivedMessage]?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let queue = try database.queue(url: input.queueURL, context)
            let wanted = WantedAttributes(
                system: (input.attributeNames ?? []) + (input.messageSystemAttributeNames ?? []),
                message: input.messageAttributeNames ?? []
            )
            try input.check()
            try wanted.check()
            let messages = try database.receive(
                input.maxNumberOfMessages ?? 1,
                from: queue,
                timeout: input.visibilityTimeout ?? queue.visibilityTimeout,
                signals
            )
            return Output(messages: messages.isEmpty ? nil : messages.map { ReceivedMessage($0, wanted) })
        }

        func wait(
            _ input: Input,
            _ output: Output,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Wait? {
            guard output.messages == nil else { return nil }
            let queue = try database.queue(url: input.queueURL, context)
            let seconds = input.waitTimeSeconds ?? queue.waitTime
            guard seconds > 0 else { return nil }
            try database.scheduleWakeUp(of: queue, signals)
            return Wait(in: signals.waitingRoom, for: queue.arn, until: database.now + .seconds(seconds))
        }
    }
}

extension SQS.ReceiveMessage.Input {
    fileprivate func check() throws(ServiceError) {
        if let count = maxNumberOfMessages, !(1...10).contains(count) {
            throw .invalidValue(
                String(count),
                of: "MaxNumberOfMessages",
                "Must be between 1 and 10, if provided."
            )
        }
        if let timeout = visibilityTimeout, !(0...43_200).contains(timeout) {
            throw .outOfRange(timeout, of: "VisibilityTimeout", 0...43_200)
        }
        if let seconds = waitTimeSeconds, !(0...20).contains(seconds) {
            throw .outOfRange(seconds, of: "WaitTimeSeconds", 0...20)
        }
    }
}
