import FoundationEssentials
import LocalServiceKit
import LocalStore

extension Database {
    /// The subscriptions that a condition on `s` (the subscription) and `t` (its topic) selects, the oldest first.
    func subscriptions(
        where condition: String,
        limit: Int = -1,
        _ parameters: SQLValue...
    ) throws(ServiceError) -> [Subscription] {
        try all(
            Subscription.self,
            "\(Subscription.query) WHERE \(condition) ORDER BY s.id LIMIT \(limit)",
            parameters: parameters
        )
    }

    /// Ends a subscription; its topic counts it among the deleted ones.
    func remove(_ subscription: Subscription) throws(ServiceError) {
        try run(
            """
            UPDATE sns_topic SET deleted_subscriptions = deleted_subscriptions + 1
            WHERE id = (SELECT topic FROM sns_subscription WHERE id = ?)
            """,
            .integer(subscription.id)
        )
        try run("DELETE FROM sns_subscription WHERE id = ?", .integer(subscription.id))
    }

    /// The subscription of that ARN; nil where there is none.
    func subscription(arn: String) throws(ServiceError) -> Subscription? {
        guard let key = arn.split(separator: ":").last else { return nil }
        let found = try subscriptions(where: "s.key = ?", .text(String(key))).first
        return found?.arn == arn ? found : nil
    }

    /// Subscribes an endpoint, or answers its subscription if it has these attributes.
    func subscribe(
        _ endpoint: SubscriptionEndpoint,
        to topic: Topic,
        attributes: SubscriptionAttributes,
        owner: String
    ) throws(ServiceError) -> Subscription {
        if let existing = try subscription(of: endpoint, to: topic) {
            let current = try self.attributes(of: existing).values
            guard attributes.values.allSatisfy({ current[$0.key] == $0.value }) else {
                throw .invalidSNSParameter(
                    "Attributes Reason: Subscription already exists with different attributes"
                )
            }
            return existing
        }
        try run(
            """
            INSERT INTO sns_subscription (topic, key, protocol, endpoint, owner, is_confirmed, attributes, is_raw, filter_scope)
            VALUES (?, ?, ?, ?, ?, ?, '{}', 0, 'MessageAttributes')
            """,
            .integer(topic.id),
            .text(UUID.new),
            .text(endpoint.protocolName),
            .text(endpoint.address),
            .text(owner),
            .bool(endpoint.isConfirmedAtOnce)
        )
        guard let subscription = try subscription(of: endpoint, to: topic) else {
            throw .subscriptionDoesNotExist
        }
        try store(attributes, of: subscription)
        return subscription
    }

    private func subscription(
        of endpoint: SubscriptionEndpoint,
        to topic: Topic
    ) throws(ServiceError) -> Subscription? {
        try subscriptions(
            where: "s.topic = ? AND s.protocol = ? AND s.endpoint = ?",
            .integer(topic.id),
            .text(endpoint.protocolName),
            .text(endpoint.address)
        ).first
    }

    /// What was set of the subscription's attributes.
    func attributes(of subscription: Subscription) throws(ServiceError) -> SubscriptionAttributes {
        let row = try first("SELECT attributes FROM sns_subscription WHERE id = ?", .integer(subscription.id))
        return SubscriptionAttributes(
            stored: try row?.value(Row.texts, of: "attributes") ?? [:]
        )
    }

    /// Replaces the subscription's attributes.
    func store(_ attributes: SubscriptionAttributes, of subscription: Subscription) throws(ServiceError) {
        try run(
            """
            UPDATE sns_subscription SET attributes = ?, is_raw = ?, filter_policy = ?, filter_scope = ?, dead_letter_target = ?
            WHERE id = ?
            """,
            .text(attributes.values.json),
            .bool(attributes.isRaw),
            .optional(attributes.values["FilterPolicy"]),
            .text(attributes.scope.rawValue),
            .optional(attributes.deadLetterTarget),
            .integer(subscription.id)
        )
    }
}
