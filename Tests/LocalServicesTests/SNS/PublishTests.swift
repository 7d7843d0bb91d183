import Testing

@testable import LocalServiceKit

struct PublishTests {
    private let cloud: LocalCloud
    private let queue: String
    private let topic: String

    init() throws {
        cloud = try LocalCloud()
        queue = try cloud.createQueue("q")
        topic = try cloud.createTopic("t")
    }

    @Test func `raw delivery hands on the message and its attributes`() throws {
        try cloud.subscribe("q", to: topic, [("RawMessageDelivery", "true")])
        try cloud.publish("plain", to: topic, [("a", "String", "x"), ("b", "Binary", "AAEC")])
        let message = try #require(cloud.receive(queue).first)
        #expect(message["Body"] == "plain")
        #expect(
            message["MessageAttributes"] == [
                "a": ["DataType": "String", "StringValue": "x"],
                "b": ["DataType": "Binary", "BinaryValue": "AAEC"],
            ]
        )
    }

    @Test func `every subscriber gets what its policy lets pass`() throws {
        let names = ["usa", "eu", "all"]
        let queues = try names.map { try cloud.createQueue($0) }
        let policies = [#"{"region":["usa"]}"#, #"{"region":[{"prefix":"eu-"}]}"#, nil]
        for (name, policy) in zip(names, policies) {
            let filter = policy.map { [("FilterPolicy", $0)] } ?? []
            try cloud.subscribe(name, to: topic, [("RawMessageDelivery", "true")] + filter)
        }
        try cloud.publish("one", to: topic, [("region", "String", "usa")])
        try cloud.publish("two", to: topic, [("region", "String", "eu-west")])
        try cloud.publish("three", to: topic)
        #expect(try queues.map { try cloud.bodies($0) } == [["one"], ["two"], ["one", "two", "three"]])
    }

    @Test func `a policy on the body sees the queue's own text`() throws {
        let attributes = [
            ("FilterPolicyScope", "MessageBody"), ("FilterPolicy", #"{"kind":["photo"]}"#),
            ("RawMessageDelivery", "true"),
        ]
        try cloud.subscribe("q", to: topic, attributes)
        let texts = #"{"default":"x","sqs":"{\"kind\":\"photo\"}","email":"ignored"}"#
        try cloud.publish(texts, to: topic, [], [("MessageStructure", "json")])
        try cloud.publish(#"{"kind":"film"}"#, to: topic)
        try cloud.publish("no JSON", to: topic)
        #expect(try cloud.bodies(queue) == [#"{"kind":"photo"}"#])
    }

    @Test(arguments: [
        ("x", "Message Structure - JSON message body failed to parse"),
        (#"{"sqs":"x"}"#, "Message Structure - No default entry in JSON message body"),
        (#"{"default":1}"#, "Message Structure - No default entry in JSON message body"),
    ])
    func `texts by protocol need a default`(message: String, reason: String) throws {
        let answer = try cloud.publish(message, to: topic, [], [("MessageStructure", "json")])
        #expect(answer.errorMessage == "Invalid parameter: \(reason)")
    }

    @Test(arguments: ["", "two\nlines", "bell\u{7}", String(repeating: "a", count: 101)])
    func `a subject that cannot be is refused`(subject: String) throws {
        let answer = try cloud.publish("m", to: topic, [], [("Subject", subject)])
        #expect(answer.errorMessage == "Invalid parameter: Subject")
    }

    @Test func `a message of 262144 bytes passes with its attributes, one byte more does not`() throws {
        try cloud.subscribe("q", to: topic, [("RawMessageDelivery", "true")])
        let attribute = [(name: "abc", type: "String", value: "def")]
        let longest = String(repeating: "a", count: 262_144 - 12)
        #expect(try cloud.publish(longest, to: topic, attribute).status == 200)
        let answer = try cloud.publish(longest + "a", to: topic, attribute)
        #expect(answer.errorMessage == "Invalid parameter: Message too long")
        #expect(try cloud.bodies(queue).map(\.utf8.count) == [262_132])
    }

    @Test(arguments: [
        (".a", "String", "v", "Invalid message attribute name starting with character '.' was found."),
        ("a.", "String", "v", "Invalid message attribute name ending with character '.' was found."),
        ("a..b", "String", "v", "Message attribute name can not have successive '.' character."),
        (
            "a^b", "String", "v",
            "Invalid non-alphanumeric character '#x5E' was found in the message attribute name. "
                + "Can only include alphanumeric characters, hyphens, underscores, or dots."
        ),
        (
            String(repeating: "a", count: 257), "String", "v",
            "Length of message attribute name must be less than 256 bytes."
        ),
        (
            "a", "Text", "v",
            "The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is "
                + "Binary, Number, and String."
        ),
        (
            "a", "String.", "v",
            "The message attribute 'a' has an invalid message attribute type, the set of supported type prefixes is "
                + "Binary, Number, and String."
        ),
        (
            "a", "String", "",
            "The message attribute 'a' must contain non-empty message attribute value for message attribute type 'String'."
        ),
        ("a", "Number", "ten", "Could not cast message attribute 'a' value to number."),
    ])
    func `an attribute that SNS does not carry is refused`(
        name: String,
        type: String,
        value: String,
        message: String
    ) throws {
        let answer = try cloud.publish("m", to: topic, [(name, type, value)])
        #expect(answer.errorCode == "ParameterValueInvalid")
        #expect(answer.errorMessage == message)
    }

    @Test func `an attribute without a type is named by its place`() throws {
        let answer = try cloud.sns(
            "Publish",
            [
                "TopicArn": topic, "Message": "m", "MessageAttributes.entry.1.Name": "attr1",
                "MessageAttributes.entry.1.Value.StringValue": "x",
            ]
        )
        #expect(answer.errorCode == "ValidationError")
        #expect(
            answer.errorMessage
                == "1 validation error detected: Value null at 'messageAttributes.attr1.member.dataType' "
                + "failed to satisfy constraint: Member must not be null"
        )
    }

    @Test func `an empty message is refused`() throws {
        #expect(
            try cloud.publish("", to: topic).errorMessage == "Invalid parameter: Empty message"
        )
    }

    @Test func `what cannot be delivered goes to the subscription's dead-letter queue`() throws {
        let letters = try cloud.createQueue("letters")
        let policy = #"{"deadLetterTargetArn":"\#(LocalCloud.queueARN("letters"))"}"#
        try cloud.subscribe("q", to: topic, [("RawMessageDelivery", "true"), ("RedrivePolicy", policy)])
        _ = try cloud.sqs("DeleteQueue", ["QueueUrl": .string(queue)])
        #expect(try cloud.publish("m", to: topic, [("a", "String", "x")]).status == 200)
        let letter = try #require(cloud.receive(letters).first)
        #expect(letter["Body"] == "m")
        #expect(letter["MessageAttributes"]["a"]["StringValue"] == "x")
    }

    @Test func `what nobody can take is dropped, and the publisher does not notice`() throws {
        try cloud.subscribe("q", to: topic, [("RawMessageDelivery", "true")])
        let eleven = (0..<11).map { (name: "a\($0)", type: "String", value: "x") }
        #expect(try cloud.publish("too many", to: topic, eleven).status == 200)
        #expect(try cloud.publish("\u{1}", to: topic).status == 200)
        #expect(try cloud.bodies(queue) == [])
    }

    @Test func `subscriptions and their policies outlast a restart`() throws {
        try cloud.subscribe(
            "q",
            to: topic,
            [("RawMessageDelivery", "true"), ("FilterPolicy", #"{"a":["x"]}"#)]
        )
        try cloud.publish("before", to: topic, [("a", "String", "x")])
        try cloud.restart()
        try cloud.publish("after", to: topic, [("a", "String", "x")])
        try cloud.publish("other", to: topic, [("a", "String", "y")])
        #expect(try cloud.bodies(queue) == ["before", "after"])
    }

    @Test func `a phone gets no message`() throws {
        let answer = try cloud.sns("Publish", ["PhoneNumber": "+15551234567", "Message": "m"])
        #expect(answer.errorCode == "InvalidParameter")
    }
}
