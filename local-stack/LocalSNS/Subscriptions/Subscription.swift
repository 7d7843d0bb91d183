import LocalServiceKit
import LocalStore

/// A subscription as it is stored.
struct Subscription: Sendable, RowReadable {
    /// Its key in the store.
    let id: Int
    /// The last part of its ARN.
    let key: String
    let topicARN: String
    let protocolName: String
    let endpoint: String
    /// The account that subscribed.
    let owner: String
    let isConfirmed: Bool
    /// Whether the endpoint gets the message itself instead of a document about it.
    let isRaw: Bool
    /// The JSON text of its filter policy.
    let filterPolicy: String?
    let filterScope: FilterScope
    /// The ARN of the queue that gets what cannot be delivered.
    let deadLetterTarget: String?

    /// Its ARN.
    var arn: String { "\(topicARN):\(key)" }

    init(_ row: Row) throws(StoreError) {
        id = try row.integer("id")
        key = try row.text("key")
        topicARN = Location(account: try row.text("account"), region: try row.text("region"))
            .arn("sns", try row.text("name"))
        protocolName = try row.text("protocol")
        endpoint = try row.text("endpoint")
        owner = try row.text("owner")
        isConfirmed = try row.bool("is_confirmed")
        isRaw = try row.bool("is_raw")
        filterPolicy = row.optionalText("filter_policy")
        filterScope = FilterScope(rawValue: try row.text("filter_scope")) ?? .messageAttributes
        deadLetterTarget = row.optionalText("dead_letter_target")
    }

    /// The beginning of a query for subscriptions.
    static let query = """
        SELECT s.id, s.key, s.protocol, s.endpoint, s.owner, s.is_confirmed, s.is_raw, s.filter_policy, s.filter_scope,
            s.dead_letter_target, t.account, t.region, t.name
        FROM sns_subscription s JOIN sns_topic t ON t.id = s.topic
        """
}
