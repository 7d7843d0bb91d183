import LocalServiceKit
import LocalStore

extension SNS {
    /// Changes an attribute of a subscription.
    struct SetSubscriptionAttributes: ServiceAction {
        struct Input: Codable {
            var subscriptionARN: String
            var attributeName: String
            var attributeValue: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            guard let subscription = try database.subscription(arn: input.subscriptionARN) else {
                throw .subscriptionDoesNotExist
            }
            var attributes = try database.attributes(of: subscription)
            try attributes.set(
                input.attributeName,
                input.attributeValue ?? "",
                isFIFO: subscription.endpoint.hasSuffix(".fifo")
            )
            try database.store(attributes, of: subscription)
            return Nothing()
        }
    }
}
