import Testing

@testable import LocalServiceKit

struct FIFOTopicTests {
    private let cloud: LocalCloud
    private let queue: String
    private let topic: String

    init() throws {
        cloud = try LocalCloud()
        queue = try cloud.createQueue("q.fifo", ["FifoQueue": "true"])
        topic = try cloud.createTopic("t.fifo", [("FifoTopic", "true")])
    }

    private func publish(_ message: String, id: String) throws -> Answer {
        try cloud.publish(
            message,
            to: topic,
            [],
            [("MessageGroupId", "g"), ("MessageDeduplicationId", id)]
        )
    }

    @Test func `messages reach the queue in their order, once in five minutes`() throws {
        try cloud.subscribe("q.fifo", to: topic, [("RawMessageDelivery", "true")])
        let first = try publish("a", id: "1")
        let again = try publish("other", id: "1")
        _ = try publish("b", id: "2")
        #expect(again.element("MessageId") == first.element("MessageId"))
        #expect(first.element("SequenceNumber") == "10000000000000001000")
        try cloud.advance(by: .seconds(300))
        _ = try publish("c", id: "1")
        let messages = try cloud.receive(queue)
        #expect(messages.map { $0["Body"] } == ["a", "b", "c"])
        #expect(messages.first?["Attributes"]["MessageGroupId"] == "g")
        #expect(messages.first?["Attributes"]["MessageDeduplicationId"] == "1")
    }

    @Test func `an envelope has the place of the message and no signature`() throws {
        try cloud.subscribe("q.fifo", to: topic)
        _ = try publish("a", id: "1")
        let envelope = WireValue(json: try #require(cloud.bodies(queue).first))
        #expect(
            envelope.object?.members.map(\.name) == [
                "Type", "MessageId", "SequenceNumber", "TopicArn", "Message", "Timestamp", "UnsubscribeURL",
            ]
        )
    }

    @Test func `a queue without order gets neither group nor id`() throws {
        let standard = try cloud.createQueue("s")
        try cloud.subscribe("s", to: topic, [("RawMessageDelivery", "true")])
        _ = try publish("a", id: "1")
        let message = try #require(cloud.receive(standard).first)
        #expect(message["Attributes"]["MessageGroupId"] == .null)
        #expect(message["Attributes"]["MessageDeduplicationId"] == .null)
    }

    @Test func `the content is the id where the topic is set so`() throws {
        let plain = try cloud.createTopic(
            "p.fifo",
            [("FifoTopic", "True"), ("ContentBasedDeduplication", "True")]
        )
        try cloud.subscribe("q.fifo", to: plain, [("RawMessageDelivery", "true")])
        for text in ["a", "a", "b"] { try cloud.publish(text, to: plain, [], [("MessageGroupId", "g")]) }
        #expect(try cloud.bodies(queue) == ["a", "b"])
    }

    @Test func `group and id are demanded, and an id is refused without order`() throws {
        #expect(
            try cloud.publish("a", to: topic).errorMessage
                == "Invalid parameter: The MessageGroupId parameter is required for FIFO topics"
        )
        let missing = try cloud.publish("a", to: topic, [], [("MessageGroupId", "g")])
        #expect(missing.errorMessage?.contains("ContentBasedDeduplication") == true)
        let standard = try cloud.createTopic("s")
        let answer = try cloud.publish("a", to: standard, [], [("MessageDeduplicationId", "1")])
        #expect(answer.errorMessage?.contains("not valid for this topic type") == true)
    }

    @Test func `a dead-letter queue of a queue in order is one in order`() throws {
        try cloud.createQueue("letters")
        let policy = #"{"deadLetterTargetArn":"\#(LocalCloud.queueARN("letters"))"}"#
        let answer = try cloud.subscribeAnswer("q.fifo", to: topic, [("RedrivePolicy", policy)])
        #expect(answer.errorMessage?.contains("must use a FIFO queue as DLQ") == true)
    }
}
