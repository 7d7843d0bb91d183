import LocalServiceKit
import LocalStore

extension SNS {
    /// Lists the subscriptions to a topic, a hundred at a time.
    struct ListSubscriptionsByTopic: ServiceAction {
        struct Input: Codable {
            var topicARN: String
            var nextToken: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> SubscriptionList {
            let topic = try database.topic(arn: input.topicARN, context)
            let found = try database.subscriptions(
                where: "s.topic = ? AND s.id > ?",
                limit: SNS.pageSize + 1,
                .integer(topic.id),
                .integer(SNS.start(ofPage: input.nextToken))
            )
            return SubscriptionList(Page(found, size: SNS.pageSize) { String($0.id) })
        }
    }
}
