import LocalServiceKit
import LocalStore

extension SNS {
    /// Ends a subscription; one that is not there is no error.
    struct Unsubscribe: ServiceAction {
        struct Input: Codable {
            var subscriptionARN: String
        }

        /// Every notification has a link that asks for this.
        let isForAnyone = true

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Nothing {
            let arn = try SNS.arn(input.subscriptionARN, parameter: "SubscriptionArn")
            guard arn.resource.contains(":") else { throw .invalidSNSParameter("SubscriptionId") }
            if let subscription = try database.subscription(arn: input.subscriptionARN) {
                try database.remove(subscription)
            }
            return Nothing()
        }
    }
}
