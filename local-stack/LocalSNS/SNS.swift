import LocalServiceKit

/// Amazon Simple Notification Service.
enum SNS {
    /// All actions; the next one is a file and a line here.
    static func actions(_ publisher: TopicPublisher) -> ActionTable {
        ActionTable([
            CreateTopic(),
            DeleteTopic(),
            GetSubscriptionAttributes(),
            GetTopicAttributes(),
            ListSubscriptions(),
            ListSubscriptionsByTopic(),
            ListTagsForResource(),
            ListTopics(),
            Publish(publisher: publisher),
            PublishBatch(publisher: publisher),
            SetSubscriptionAttributes(),
            SetTopicAttributes(),
            Subscribe(),
            TagResource(),
            Unsubscribe(),
            UntagResource(),
        ])
    }

    /// How its messages are written.
    static let layout = QueryLayout(
        version: "2010-03-31",
        namespace: "http://sns.amazonaws.com/doc/2010-03-31/",
        maps: ["Attributes"],
        shape: StructuredShape(),
        refuse: refuse
    )

    /// A member of a message attribute is named with the element that holds it: `messageAttributes.a.member.dataType`.
    @Sendable private static func refuse(_ error: WireError) -> ServiceError {
        guard case .missing(let path) = error, let map = path.firstIndex(of: "MessageAttributes"),
            path.count > map + 2
        else { return .malformed(error) }
        return .malformed(.missing(path: path[...(map + 1)] + ["member"] + path[(map + 2)...]))
    }
}
