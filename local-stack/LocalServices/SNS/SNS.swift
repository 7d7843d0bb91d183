/// Amazon Simple Notification Service.
package enum SNS {
    /// All actions; the next one is a file and a line here.
    static let actions = ActionTable([
        CreateTopic.self, DeleteTopic.self, GetSubscriptionAttributes.self, GetTopicAttributes.self,
        ListSubscriptions.self, ListSubscriptionsByTopic.self, ListTagsForResource.self, ListTopics.self,
        Publish.self, PublishBatch.self, SetSubscriptionAttributes.self, SetTopicAttributes.self,
        Subscribe.self, TagResource.self, Unsubscribe.self, UntagResource.self,
    ])

    /// How its messages are written.
    static let layout = QueryLayout(
        version: "2010-03-31",
        namespace: "http://sns.amazonaws.com/doc/2010-03-31/",
        maps: ["Attributes"],
        isFlattened: false,
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
