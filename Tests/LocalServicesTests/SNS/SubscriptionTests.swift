import Testing

@testable import LocalServices

struct SubscriptionTests {
    private let cloud: LocalCloud
    private let topic: String

    init() throws {
        cloud = try LocalCloud()
        try cloud.createQueue("q")
        topic = try cloud.createTopic("t")
    }

    private func attributes(_ arn: String) throws -> [String: String] {
        let answer = try cloud.sns("GetSubscriptionAttributes", ["SubscriptionArn": arn])
        return Dictionary(
            zip(answer.elements("key"), answer.elements("value")),
            uniquingKeysWith: { $1 }
        )
    }

    private func set(_ arn: String, _ name: String, _ value: String) throws -> Answer {
        try cloud.sns(
            "SetSubscriptionAttributes",
            ["SubscriptionArn": arn, "AttributeName": name, "AttributeValue": value]
        )
    }

    @Test func `a queue is subscribed once, and not again with other attributes`() throws {
        let arn = try cloud.subscribe("q", to: topic, [("RawMessageDelivery", "true")])
        #expect(arn.hasPrefix(topic + ":"))
        #expect(try cloud.subscribe("q", to: topic, [("RawMessageDelivery", "true")]) == arn)
        #expect(try cloud.subscribe("q", to: topic) == arn)
        let other = try cloud.subscribeAnswer("q", to: topic, [("RawMessageDelivery", "false")])
        #expect(
            other.errorMessage
                == "Invalid parameter: Attributes Reason: Subscription already exists with different attributes"
        )
    }

    @Test func `a subscription tells what it is`() throws {
        let arn = try cloud.subscribe("q", to: topic)
        #expect(
            try attributes(arn) == [
                "SubscriptionArn": arn, "TopicArn": topic, "Protocol": "sqs",
                "Endpoint": LocalCloud.queueARN("q"), "Owner": "000000000000",
                "PendingConfirmation": "false", "ConfirmationWasAuthenticated": "true",
                "RawMessageDelivery": "false", "SubscriptionPrincipal": "arn:aws:iam::000000000000:root",
            ]
        )
        #expect(try set(arn, "FilterPolicy", #"{"a":["x"]}"#).status == 200)
        #expect(try attributes(arn)["FilterPolicyScope"] == "MessageAttributes")
        #expect(try set(arn, "FilterPolicy", "").status == 200)
        #expect(try attributes(arn)["FilterPolicy"] == nil)
    }

    @Test(arguments: [
        ("RawMessageDelivery", "yes", "RawMessageDelivery: Invalid value [yes]. Must be true or false."),
        ("RawMessageDelivery", "", "RawMessageDelivery: Invalid value []. Must be true or false."),
        (
            "FilterPolicyScope", "Message",
            "FilterPolicyScope: Invalid value [Message]. Please use either MessageBody or MessageAttributes"
        ),
        ("FilterPolicy", "{", "FilterPolicy: failed to parse JSON."),
        (
            "FilterPolicy", #"{"a":{"b":["x"]}}"#,
            "Filter policy scope MessageAttributes does not support nested filter policy"
        ),
        ("RedrivePolicy", "{", "RedrivePolicy: failed to parse JSON."),
        (
            "RedrivePolicy", #"{"deadLetterTargetArn":"x"}"#,
            "RedrivePolicy: deadLetterTargetArn is an invalid arn"
        ),
        ("Colour", "red", "AttributeName"),
    ])
    func `an attribute that cannot be is refused`(name: String, value: String, reason: String) throws {
        let answer = try cloud.subscribeAnswer("q", to: topic, [(name, value)])
        #expect(answer.errorMessage == "Invalid parameter: Attributes Reason: \(reason)")
        #expect(try cloud.sns("ListSubscriptions").elements("SubscriptionArn") == [])
        let arn = try cloud.subscribe("q", to: topic)
        #expect(try set(arn, name, value).errorMessage == "Invalid parameter: \(reason)")
    }

    @Test func `a nested policy is taken with the scope that allows it, in any order`() throws {
        let attributes = [("FilterPolicy", #"{"a":{"b":["x"]}}"#), ("FilterPolicyScope", "MessageBody")]
        let arn = try cloud.subscribe("q", to: topic, attributes)
        #expect(try set(arn, "FilterPolicyScope", "MessageAttributes").errorCode == "InvalidParameter")
        #expect(try self.attributes(arn)["FilterPolicyScope"] == "MessageBody")
    }

    @Test(arguments: [
        ("sqs", "http://localhost:4566/000000000000/q", "Invalid parameter: SQS endpoint ARN"),
        (
            "sqs", "arn:aws:sqs:us-east-1:000000000000:q.fifo",
            "Invalid parameter: Invalid parameter: Endpoint Reason: "
                + "FIFO SQS Queues can not be subscribed to standard SNS topics"
        ),
        ("http", "https://example.com", "Invalid parameter: Endpoint must match the specified protocol"),
        ("pigeon", "x", "Invalid parameter: Amazon SNS does not support this protocol string: pigeon"),
        (
            "lambda", "arn:aws:lambda:us-east-1:000000000000:function:f",
            "Invalid parameter: Protocol Reason: the local stack does not deliver to lambda endpoints"
        ),
        ("sqs", "", "Invalid parameter: Endpoint"),
    ])
    func `an endpoint to which nothing can be delivered is refused`(
        protocolName: String,
        endpoint: String,
        message: String
    ) throws {
        let answer = try cloud.sns(
            "Subscribe",
            ["TopicArn": topic, "Protocol": protocolName, "Endpoint": endpoint]
        )
        #expect(answer.errorMessage == message)
    }

    @Test(arguments: [("https", "https://example.com/hook"), ("email", "a@example.com")])
    func `an address that would have to confirm stays pending`(protocolName: String, endpoint: String) throws
    {
        let parameters: KeyValuePairs = [
            "TopicArn": topic, "Protocol": protocolName, "Endpoint": endpoint,
        ]
        #expect(
            try cloud.sns("Subscribe", parameters).element("SubscriptionArn") == "pending confirmation"
        )
        let list = try cloud.sns("ListSubscriptionsByTopic", ["TopicArn": topic])
        #expect(list.elements("SubscriptionArn") == ["PendingConfirmation"])
        #expect(list.elements("Endpoint") == [endpoint])
    }

    @Test func `a subscription ends once, and ending it again is no error`() throws {
        let arn = try cloud.subscribe("q", to: topic)
        #expect(try cloud.sns("Unsubscribe", ["SubscriptionArn": arn]).status == 200)
        #expect(try cloud.sns("Unsubscribe", ["SubscriptionArn": arn]).status == 200)
        let answer = try cloud.sns("GetSubscriptionAttributes", ["SubscriptionArn": arn])
        #expect(answer.errorMessage == "Subscription does not exist")
    }

    @Test(arguments: [
        ("x", "SubscriptionArn Reason: An ARN must have at least 6 elements, not 1"),
        ("", "SubscriptionArn Reason: An ARN must have at least 6 elements, not 1"),
        ("arn:aws:sns:us-east-1:000000000000:t", "SubscriptionId"),
    ])
    func `what is no subscription's ARN cannot be ended`(arn: String, reason: String) throws {
        let answer = try cloud.sns("Unsubscribe", ["SubscriptionArn": arn])
        #expect(answer.errorMessage == "Invalid parameter: \(reason)")
    }

    @Test func `subscriptions are listed in pages of a hundred`() throws {
        for index in 0..<101 {
            _ = try cloud.sns(
                "Subscribe",
                ["TopicArn": topic, "Protocol": "email", "Endpoint": "\(index)@example.com"]
            )
        }
        let first = try cloud.sns("ListSubscriptions")
        #expect(first.elements("Endpoint").count == 100)
        let token = try #require(first.element("NextToken"))
        #expect(
            try cloud.sns("ListSubscriptions", ["NextToken": token]).elements("Endpoint")
                == ["100@example.com"]
        )
    }
}
