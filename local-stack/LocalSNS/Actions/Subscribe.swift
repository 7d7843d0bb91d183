import LocalServiceKit
import LocalStore

extension SNS {
    /// Subscribes an endpoint to a topic.
    struct Subscribe: ServiceAction {
        struct Input: Codable {
            var topicARN: String
            var protocolName: String
            var endpoint: String?
            var attributes: [String: String]?
            var returnSubscriptionARN: Bool?

            enum CodingKeys: String, CodingKey {
                case topicARN
                case protocolName = "protocol"
                case endpoint
                case attributes
                case returnSubscriptionARN
            }
        }

        struct Output: Codable {
            var subscriptionARN: String
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let topic = try database.topic(arn: input.topicARN, context)
            let endpoint = try SubscriptionEndpoint(
                protocolName: input.protocolName,
                address: input.endpoint,
                topic: topic
            )
            let subscription = try database.subscribe(
                endpoint,
                to: topic,
                attributes: SubscriptionAttributes(
                    subscribing: input.attributes ?? [:],
                    isFIFO: endpoint.address.hasSuffix(".fifo")
                ),
                owner: context.location.account
            )
            let isShown = subscription.isConfirmed || input.returnSubscriptionARN == true
            return Output(subscriptionARN: isShown ? subscription.arn : "pending confirmation")
        }
    }
}
