import Testing

@testable import LocalServiceKit

struct LongPollingTests {
    private let cloud: LocalCloud
    private let url: String

    init() throws {
        cloud = try LocalCloud()
        url = try cloud.createQueue("q")
    }

    private func poll(_ seconds: Int = 20) throws -> PendingAnswer {
        let input = LocalCloud.receiveRequest(url, ["WaitTimeSeconds": .number(String(seconds))])
        return try cloud.start(LocalCloud.sqsRequest("ReceiveMessage", input))
    }

    private func bodies(_ pending: PendingAnswer) throws -> [WireValue] {
        try pending.answer()["Messages"].elements?.map { $0["Body"] } ?? []
    }

    @Test func `a poll is answered at once where a message is there`() throws {
        try cloud.post("m", to: url)
        #expect(try bodies(poll()) == ["m"])
    }

    @Test func `a poll waits for the message that comes`() throws {
        let pending = try poll()
        #expect(!pending.isThere)
        try cloud.post("m", to: url)
        #expect(try bodies(pending) == ["m"])
    }

    @Test func `a poll ends without a message when its time is up`() throws {
        let pending = try poll(3)
        try cloud.advance(by: .seconds(2))
        #expect(!pending.isThere)
        try cloud.advance(by: .seconds(1))
        #expect(try pending.answer().status == 200)
        #expect(try pending.answer()["Messages"] == .null)
    }

    @Test func `the queue's own wait counts for polls without one`() throws {
        let patient = try cloud.createQueue("patient", ["ReceiveMessageWaitTimeSeconds": "5"])
        let input = LocalCloud.receiveRequest(patient)
        let pending = try cloud.start(LocalCloud.sqsRequest("ReceiveMessage", input))
        #expect(!pending.isThere)
        try cloud.post("m", to: patient)
        #expect(try bodies(pending) == ["m"])
    }

    @Test func `a message goes to the poll that has waited longest`() throws {
        let first = try poll()
        let second = try poll()
        try cloud.post("one", to: url)
        #expect(try bodies(first) == ["one"])
        #expect(!second.isThere)
        try cloud.post("two", to: url)
        #expect(try bodies(second) == ["two"])
    }

    @Test func `a poll gets a message whose delay passes`() throws {
        try cloud.post("m", to: url, ["DelaySeconds": .number("4")])
        let pending = try poll()
        try cloud.advance(by: .seconds(3))
        #expect(!pending.isThere)
        try cloud.advance(by: .seconds(1))
        #expect(try bodies(pending) == ["m"])
    }

    @Test func `a poll gets a message whose receiver gave it up`() throws {
        try cloud.post("m", to: url)
        _ = try cloud.receive(url, ["VisibilityTimeout": .number("6")])
        let pending = try poll()
        try cloud.advance(by: .seconds(6))
        #expect(try bodies(pending) == ["m"])
    }

    @Test func `a poll ends with an error when its queue is deleted`() throws {
        let pending = try poll()
        _ = try cloud.sqs("DeleteQueue", ["QueueUrl": .string(url)])
        #expect(try pending.answer().errorCode == "QueueDoesNotExist")
    }

    @Test func `a poll gets what a topic delivers`() throws {
        let topic = try #require(cloud.sns("CreateTopic", ["Name": "t"]).element("TopicArn"))
        _ = try cloud.sns(
            "Subscribe",
            [
                "TopicArn": topic, "Protocol": "sqs", "Endpoint": LocalCloud.queueARN("q"),
                "Attributes.entry.1.key": "RawMessageDelivery", "Attributes.entry.1.value": "true",
            ]
        )
        let pending = try poll()
        _ = try cloud.sns("Publish", ["TopicArn": topic, "Message": "m"])
        #expect(try bodies(pending) == ["m"])
    }
}
