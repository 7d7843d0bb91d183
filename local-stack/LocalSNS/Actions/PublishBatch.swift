import LocalServiceKit
import LocalStore

extension SNS {
    /// Publishes up to ten messages to a topic; one that is not in order keeps all of them from being published.
    struct PublishBatch: ServiceAction {
        let publisher: TopicPublisher

        struct Input: Decodable, Sendable {
            var topicARN: String
            var publishBatchRequestEntries: [PublishEntry]
        }

        struct Success: Codable, Sendable {
            var id: String
            var messageID: String
            var sequenceNumber: String?
        }

        struct Output: Codable, Sendable {
            var successful: [Success]
            var failed: [BatchFailure]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let entries = input.publishBatchRequestEntries
            try PublishEntry.check(entries.map(\.id))
            let topic = try database.topic(arn: input.topicARN, context)
            let messages = try messages(entries, for: topic)
            var output = Output(successful: [], failed: [])
            for (entry, message) in zip(entries, messages) {
                let published = try publisher.publish(message, to: topic, database, context)
                output.successful.append(
                    Success(
                        id: entry.id,
                        messageID: published.id,
                        sequenceNumber: published.sequenceNumber
                    )
                )
            }
            return output
        }

        private func messages(
            _ entries: [PublishEntry],
            for topic: Topic
        ) throws(ServiceError) -> [TopicMessage] {
            var messages: [TopicMessage] = []
            for entry in entries {
                let message = try TopicMessage(entry.content)
                try message.check(for: topic)
                messages.append(message)
            }
            guard messages.reduce(0, { $0 + $1.size }) <= SNS.maximumSize else {
                throw .topicBatch(
                    "BatchRequestTooLong",
                    "The length of all the messages put together is more than the limit."
                )
            }
            return messages
        }
    }
}
