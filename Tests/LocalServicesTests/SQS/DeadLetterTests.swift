import Testing

@testable import LocalServiceKit

struct DeadLetterTests {
    private let cloud: LocalCloud
    private let letters: String
    private let url: String

    init() throws {
        cloud = try LocalCloud()
        letters = try cloud.createQueue("letters")
        let policy = #"{"deadLetterTargetArn":"\#(LocalCloud.queueARN("letters"))","maxReceiveCount":2}"#
        url = try cloud.createQueue("q", ["RedrivePolicy": .string(policy), "VisibilityTimeout": "1"])
    }

    @Test func `a message that was received too often becomes a dead letter`() throws {
        let id = try cloud.post("m", to: url)["MessageId"]
        for _ in 0..<2 {
            #expect(try cloud.bodies(url) == ["m"])
            try cloud.advance(by: .seconds(1))
        }
        #expect(try cloud.bodies(letters) == [])
        #expect(try cloud.bodies(url) == [])
        let letter = try #require(cloud.receive(letters).first)
        #expect(letter["Body"] == "m")
        #expect(letter["MessageId"] == id)
        #expect(letter["Attributes"]["SentTimestamp"] == "1767225600000")
        #expect(letter["Attributes"]["ApproximateReceiveCount"] == "3")
        #expect(letter["Attributes"]["DeadLetterQueueSourceArn"] == .string(LocalCloud.queueARN("q")))
    }

    @Test func `a dead letter does not hold up the messages behind it`() throws {
        try cloud.post("bad", to: url)
        for _ in 0..<2 {
            _ = try cloud.bodies(url)
            try cloud.advance(by: .seconds(1))
        }
        try cloud.post("good", to: url)
        #expect(try cloud.bodies(url, ["MaxNumberOfMessages": .number("1")]) == ["good"])
        #expect(try cloud.bodies(letters) == ["bad"])
    }

    @Test func `a message stays where its dead-letter queue is gone`() throws {
        try cloud.post("m", to: url)
        _ = try cloud.sqs("DeleteQueue", ["QueueUrl": .string(letters)])
        for _ in 0..<4 {
            #expect(try cloud.bodies(url) == ["m"])
            try cloud.advance(by: .seconds(1))
        }
    }

    @Test func `who waits for dead letters is told`() throws {
        let input = LocalCloud.receiveRequest(letters, ["WaitTimeSeconds": .number("20")])
        let pending = try cloud.start(LocalCloud.sqsRequest("ReceiveMessage", input))
        try cloud.post("m", to: url)
        for _ in 0..<3 {
            _ = try cloud.bodies(url)
            try cloud.advance(by: .seconds(1))
        }
        #expect(try pending.answer()["Messages"][0]["Body"] == "m")
    }
}
