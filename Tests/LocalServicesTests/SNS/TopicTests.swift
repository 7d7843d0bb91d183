import Testing

@testable import LocalServiceKit

struct TopicTests {
    private let cloud: LocalCloud

    init() throws {
        cloud = try LocalCloud()
    }

    @Test func `a topic is made once, and not again with other attributes or tags`() throws {
        let arn = try cloud.createTopic("t", [("DisplayName", "T")])
        #expect(arn == "arn:aws:sns:us-east-1:000000000000:t")
        #expect(try cloud.createTopic("t", [("DisplayName", "T")]) == arn)
        #expect(try cloud.createTopic("t") == arn)
        let other = try cloud.sns(
            "CreateTopic",
            [
                "Name": "t", "Attributes.entry.1.key": "DisplayName", "Attributes.entry.1.value": "U",
            ]
        )
        #expect(other.errorCode == "InvalidParameter")
        let tagged = try cloud.sns(
            "CreateTopic",
            ["Name": "t", "Tags.member.1.Key": "k", "Tags.member.1.Value": "v"]
        )
        #expect(
            tagged.errorMessage
                == "Invalid parameter: Tags Reason: Topic already exists with different tags"
        )
    }

    @Test(arguments: ["", "a b", "a.b", "ü", "a.fifo", String(repeating: "a", count: 257)])
    func `a name that SNS does not allow is refused`(name: String) throws {
        let answer = try cloud.sns("CreateTopic", ["Name": name])
        #expect(answer.errorMessage == "Invalid parameter: Topic Name")
        #expect(answer.status == 400)
    }

    @Test func `a topic has its defaults and the counts of its subscriptions`() throws {
        try cloud.createQueue("q")
        let topic = try cloud.createTopic("t")
        let subscription = try cloud.subscribe("q", to: topic)
        _ = try cloud.sns(
            "Subscribe",
            ["TopicArn": topic, "Protocol": "email", "Endpoint": "a@example.com"]
        )
        var attributes = try attributes(topic)
        #expect(attributes["SubscriptionsConfirmed"] == "1")
        #expect(attributes["SubscriptionsPending"] == "1")
        #expect(attributes["Owner"] == "000000000000")
        #expect(WireValue(json: attributes["Policy"] ?? "")["Statement"][0]["Resource"] == .string(topic))
        _ = try cloud.sns("Unsubscribe", ["SubscriptionArn": subscription])
        attributes = try self.attributes(topic)
        #expect(attributes["SubscriptionsConfirmed"] == "0")
        #expect(attributes["SubscriptionsDeleted"] == "1")
    }

    private func attributes(_ topic: String) throws -> [String: String] {
        let answer = try cloud.sns("GetTopicAttributes", ["TopicArn": topic])
        return Dictionary(
            zip(answer.elements("key"), answer.elements("value")),
            uniquingKeysWith: { $1 }
        )
    }

    @Test(arguments: [
        ("DisplayName", "New", nil), ("SignatureVersion", "2", nil),
        ("SignatureVersion", "3", "InvalidParameter"),
        ("Colour", "red", "InvalidParameter"), ("FifoTopic", "true", "InvalidParameter"),
        ("ContentBasedDeduplication", "true", "InvalidParameter"),
        ("DisplayName", String(repeating: "a", count: 101), "InvalidParameter"),
    ])
    func `an attribute is set where it can be`(name: String, value: String, code: String?) throws {
        let topic = try cloud.createTopic("t")
        let answer = try cloud.sns(
            "SetTopicAttributes",
            ["TopicArn": topic, "AttributeName": name, "AttributeValue": value]
        )
        #expect(answer.errorCode == code)
        if code == nil { #expect(try attributes(topic)[name] == value) }
    }

    @Test(arguments: [
        (
            "x", "InvalidParameter",
            "Invalid parameter: TopicArn Reason: An ARN must have at least 6 elements, not 1"
        ),
        ("arn:aws:sns:us-east-1:000000000000:none", "NotFound", "Topic does not exist"),
        ("arn:aws:sns:eu-west-1:000000000000:t", "InvalidParameter", "Invalid parameter: TopicArn"),
        ("arn:aws:sqs:us-east-1:000000000000:t", "NotFound", "Topic does not exist"),
    ])
    func `an ARN that is no topic's here is refused`(arn: String, code: String, message: String) throws {
        _ = try cloud.createTopic("t")
        for action in ["GetTopicAttributes", "ListSubscriptionsByTopic"] {
            let answer = try cloud.sns(action, ["TopicArn": arn])
            #expect(answer.errorCode == code)
            #expect(answer.errorMessage == message)
            #expect(answer.status == (code == "NotFound" ? 404 : 400))
        }
    }

    @Test func `topics are listed in pages of a hundred`() throws {
        for index in 0..<101 { _ = try cloud.createTopic("t\(index)") }
        let first = try cloud.sns("ListTopics")
        #expect(first.elements("TopicArn").count == 100)
        let token = try #require(first.element("NextToken"))
        let second = try cloud.sns("ListTopics", ["NextToken": token])
        #expect(second.elements("TopicArn") == ["arn:aws:sns:us-east-1:000000000000:t100"])
        #expect(second.element("NextToken") == nil)
        #expect(try cloud.sns("ListTopics", ["NextToken": "nonsense"]).errorCode == "InvalidParameter")
    }

    @Test func `a deleted topic is gone with its subscriptions, and may be deleted again`() throws {
        let queue = try cloud.createQueue("q")
        let topic = try cloud.createTopic("t")
        try cloud.subscribe("q", to: topic)
        #expect(try cloud.sns("DeleteTopic", ["TopicArn": topic]).status == 200)
        #expect(try cloud.sns("DeleteTopic", ["TopicArn": topic]).status == 200)
        #expect(try cloud.publish("m", to: topic).errorCode == "NotFound")
        _ = try cloud.createTopic("t")
        try cloud.publish("m", to: topic)
        #expect(try cloud.bodies(queue) == [])
        #expect(try cloud.sns("ListSubscriptions").elements("SubscriptionArn") == [])
    }

    @Test func `tags come and go`() throws {
        let topic = try cloud.createTopic("t")
        let tagged = try cloud.sns(
            "TagResource",
            [
                "ResourceArn": topic, "Tags.member.1.Key": "a", "Tags.member.1.Value": "1",
                "Tags.member.2.Key": "b", "Tags.member.2.Value": "2",
            ]
        )
        #expect(tagged.text.contains("<TagResourceResult></TagResourceResult>"))
        _ = try cloud.sns("UntagResource", ["ResourceArn": topic, "TagKeys.member.1": "a"])
        let tags = try cloud.sns("ListTagsForResource", ["ResourceArn": topic])
        #expect(tags.elements("Key") == ["b"])
        #expect(tags.elements("Value") == ["2"])
        let twice = try cloud.sns(
            "TagResource",
            [
                "ResourceArn": topic, "Tags.member.1.Key": "a", "Tags.member.1.Value": "1",
                "Tags.member.2.Key": "a", "Tags.member.2.Value": "2",
            ]
        )
        #expect(twice.errorMessage == "Invalid parameter: Duplicated keys are not allowed.")
        #expect(
            try cloud.sns("ListTagsForResource", ["ResourceArn": topic + "x"]).errorCode
                == "ResourceNotFound"
        )
    }
}
