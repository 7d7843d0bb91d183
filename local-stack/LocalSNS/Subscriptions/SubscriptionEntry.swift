/// A subscription as lists show it.
struct SubscriptionEntry: Codable, Sendable {
    var subscriptionARN: String
    var owner: String
    var protocolName: String
    var endpoint: String
    var topicARN: String

    private enum CodingKeys: String, CodingKey {
        case subscriptionARN
        case owner
        case protocolName = "protocol"
        case endpoint
        case topicARN
    }

    init(_ subscription: Subscription) {
        subscriptionARN = subscription.isConfirmed ? subscription.arn : "PendingConfirmation"
        owner = subscription.owner
        protocolName = subscription.protocolName
        endpoint = subscription.endpoint
        topicARN = subscription.topicARN
    }
}
