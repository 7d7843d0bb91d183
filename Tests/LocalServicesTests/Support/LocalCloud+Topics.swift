import Testing

@testable import LocalServices

extension LocalCloud {
    /// Creates a topic and answers its ARN.
    func createTopic(_ name: String, _ attributes: [(String, String)] = []) throws -> String {
        let parameters = [("Name", name)] + Self.entries("Attributes", attributes)
        let answer = try send(Self.form("sns", "CreateTopic", parameters))
        return try #require(answer.element("TopicArn"), "\(answer.text)")
    }

    /// Subscribes a queue to a topic and answers the subscription's ARN.
    @discardableResult
    func subscribe(
        _ queue: String,
        to topic: String,
        _ attributes: [(String, String)] = []
    ) throws -> String {
        let answer = try subscribeAnswer(queue, to: topic, attributes)
        return try #require(answer.element("SubscriptionArn"), "\(answer.text)")
    }

    /// Tries to subscribe a queue to a topic.
    func subscribeAnswer(
        _ queue: String,
        to topic: String,
        _ attributes: [(String, String)] = []
    ) throws -> Answer {
        let parameters = [
            ("TopicArn", topic), ("Protocol", "sqs"), ("Endpoint", LocalCloud.queueARN(queue)),
        ]
        return try send(Self.form("sns", "Subscribe", parameters + Self.entries("Attributes", attributes)))
    }

    /// Publishes a text with attributes, each given as name, type and value.
    @discardableResult
    func publish(
        _ message: String,
        to topic: String,
        _ attributes: [(name: String, type: String, value: String)] = [],
        _ more: [(String, String)] = []
    ) throws -> Answer {
        var parameters = [("TopicArn", topic), ("Message", message)] + more
        for (index, attribute) in attributes.enumerated() {
            let entry = "MessageAttributes.entry.\(index + 1)."
            let field = attribute.type.hasPrefix("Binary") ? "BinaryValue" : "StringValue"
            parameters += [
                (entry + "Name", attribute.name), (entry + "Value.DataType", attribute.type),
                (entry + "Value.\(field)", attribute.value),
            ]
        }
        return try send(Self.form("sns", "Publish", parameters))
    }

    /// The parameters of a map in a form.
    static func entries(_ map: String, _ entries: [(String, String)]) -> [(String, String)] {
        entries.enumerated().flatMap { index, entry in
            [("\(map).entry.\(index + 1).key", entry.0), ("\(map).entry.\(index + 1).value", entry.1)]
        }
    }
}
