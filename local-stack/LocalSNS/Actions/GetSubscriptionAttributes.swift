import LocalServiceKit
import LocalStore

extension SNS {
    /// Answers all attributes of a subscription.
    struct GetSubscriptionAttributes: ServiceAction {
        struct Input: Codable {
            var subscriptionARN: String
        }

        struct Output: Codable {
            var attributes: [String: String]
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            guard let subscription = try database.subscription(arn: input.subscriptionARN) else {
                throw .subscriptionDoesNotExist
            }
            var attributes = try database.attributes(of: subscription).values
            // A scope is shown only where there is a policy whose scope it is.
            attributes["FilterPolicyScope"] = attributes["FilterPolicy"].map { _ in
                subscription.filterScope.rawValue
            }
            if subscription.isConfirmed { attributes["ConfirmationWasAuthenticated"] = "true" }
            let fixed = [
                "SubscriptionArn": subscription.arn, "TopicArn": subscription.topicARN,
                "Protocol": subscription.protocolName, "Endpoint": subscription.endpoint,
                "Owner": subscription.owner,
                "PendingConfirmation": subscription.isConfirmed ? "false" : "true",
                "RawMessageDelivery": subscription.isRaw ? "true" : "false",
                "SubscriptionPrincipal": "arn:aws:iam::\(subscription.owner):root",
            ]
            return Output(attributes: attributes.merging(fixed) { $1 })
        }
    }
}
