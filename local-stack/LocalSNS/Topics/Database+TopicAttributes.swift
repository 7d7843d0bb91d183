import LocalJSON
import LocalServiceKit
import LocalStore

extension Database {
    /// All attributes of the topic, with those that it has by default and the counts of its subscriptions.
    func allAttributes(of topic: Topic) throws(ServiceError) -> [String: String] {
        let row = try first(
            """
            SELECT deleted_subscriptions AS deleted,
                (SELECT COUNT(*) FROM sns_subscription WHERE topic = ?1 AND is_confirmed = 1) AS confirmed,
                (SELECT COUNT(*) FROM sns_subscription WHERE topic = ?1 AND is_confirmed = 0) AS pending
            FROM sns_topic WHERE id = ?1
            """,
            .integer(topic.id)
        )
        guard let row else { throw .topicDoesNotExist }
        var attributes = [
            "TopicArn": topic.arn, "Owner": topic.location.account, "DisplayName": "",
            "Policy": topic.initialPolicy.jsonText, "EffectiveDeliveryPolicy": Topic.deliveryPolicy.jsonText,
        ]
        if topic.isFIFO { attributes["ContentBasedDeduplication"] = "false" }
        for state in ["Confirmed", "Pending", "Deleted"] {
            attributes["Subscriptions" + state] = String(row.optionalInteger(state.lowercased()) ?? 0)
        }
        return attributes.merging(try self.attributes(of: topic).values) { $1 }
    }
}

extension Topic {
    /// The policy of a topic that was given none: its owner's account may do everything.
    fileprivate var initialPolicy: WireValue {
        let actions = [
            "GetTopicAttributes", "SetTopicAttributes", "AddPermission", "RemovePermission", "DeleteTopic",
            "Subscribe", "ListSubscriptionsByTopic", "Publish",
        ]
        return [
            "Version": "2008-10-17", "Id": "__default_policy_ID",
            "Statement": [
                [
                    "Sid": "__default_statement_ID", "Effect": "Allow", "Principal": ["AWS": "*"],
                    "Action": .array(actions.map { .string("SNS:" + $0) }), "Resource": .string(arn),
                    "Condition": ["StringEquals": ["AWS:SourceOwner": .string(location.account)]],
                ]
            ],
        ]
    }

    /// How AWS repeats deliveries to HTTP endpoints, of which there are none here.
    fileprivate static let deliveryPolicy: WireValue = [
        "http": [
            "defaultHealthyRetryPolicy": [
                "minDelayTarget": .number("20"), "maxDelayTarget": .number("20"), "numRetries": .number("3"),
                "numMaxDelayRetries": .number("0"), "numNoDelayRetries": .number("0"),
                "numMinDelayRetries": .number("0"), "backoffFunction": "linear",
            ],
            "disableSubscriptionOverrides": .bool(false),
            "defaultRequestPolicy": ["headerContentType": "text/plain; charset=UTF-8"],
        ]
    ]
}

extension WireValue {
    /// The value as a JSON text.
    fileprivate var jsonText: String { JSONWriter.text(self) }
}
