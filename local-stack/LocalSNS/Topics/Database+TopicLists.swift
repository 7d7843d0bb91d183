import LocalServiceKit
import LocalStore

extension Database {
    /// A page of the topics of an account and region, the oldest first.
    func topics(in location: Location, after token: String?) throws(ServiceError) -> Page<Topic> {
        let topics = try all(
            Topic.self,
            """
            SELECT \(Topic.columns) FROM sns_topic WHERE account = ? AND region = ? AND id > ? ORDER BY id LIMIT ?
            """,
            .text(location.account),
            .text(location.region),
            .integer(try SNS.start(ofPage: token)),
            .integer(SNS.pageSize + 1)
        )
        return Page(topics, size: SNS.pageSize) { String($0.id) }
    }

    /// Deletes a topic with its subscriptions; does nothing where there is none.
    func deleteTopic(_ topic: Topic) throws(ServiceError) {
        for table in ["sns_subscription", "sns_deduplication"] {
            try run("DELETE FROM \(table) WHERE topic = ?", .integer(topic.id))
        }
        try run("DELETE FROM sns_topic WHERE id = ?", .integer(topic.id))
    }

    /// Changes the topic's tags, of which it has 50 at most.
    func changeTags(
        of topic: Topic,
        _ change: (inout [String: String]) -> Void
    ) throws(ServiceError) {
        var tags = try tags(of: topic)
        change(&tags)
        guard tags.count <= 50 else {
            throw ServiceError(
                "TagLimitExceededException",
                queryCode: "TagLimitExceeded",
                "Could not complete request: tag quota of per resource exceeded"
            )
        }
        try run("UPDATE sns_topic SET tags = ? WHERE id = ?", .text(tags.json), .integer(topic.id))
    }

    /// The topic of an ARN that names a resource with tags.
    func taggedTopic(arn text: String) throws(ServiceError) -> Topic {
        let arn = try SNS.arn(text, parameter: "ResourceArn")
        guard arn.service == "sns", let topic = try topic(named: arn.resource, in: arn.location) else {
            throw .resourceDoesNotExist
        }
        return topic
    }
}
