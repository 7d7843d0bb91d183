import Testing

@testable import LocalServiceKit

struct FIFOQueueTests {
    private let cloud: LocalCloud
    private let url: String

    init() throws {
        cloud = try LocalCloud()
        url = try cloud.createQueue("q.fifo", ["FifoQueue": "true"])
    }

    @discardableResult
    private func post(_ body: String, group: String = "g", id: String? = nil) throws -> Answer {
        var more: [String: WireValue] = ["MessageGroupId": .string(group)]
        more["MessageDeduplicationId"] = .string(id ?? body)
        return try cloud.post(body, to: url, more)
    }

    @Test func `messages of a group come in their order`() throws {
        let sent = try ["a", "b", "c"].map { try post($0)["SequenceNumber"].text ?? "" }
        #expect(sent == sent.sorted() && Set(sent).count == 3)
        #expect(sent.allSatisfy { $0.utf8.count == 20 })
        #expect(try cloud.bodies(url) == ["a", "b", "c"])
    }

    @Test func `a group waits while one of its messages is in flight`() throws {
        try post("a1", group: "a")
        try post("a2", group: "a")
        try post("b1", group: "b")
        let first = try cloud.receive(url, ["MaxNumberOfMessages": .number("1")])
        #expect(first.first?["Body"] == "a1")
        #expect(first.first?["Attributes"]["MessageGroupId"] == "a")
        #expect(try cloud.bodies(url) == ["b1"])
        let handle = try #require(first.first?["ReceiptHandle"])
        _ = try cloud.sqs("DeleteMessage", ["QueueUrl": .string(url), "ReceiptHandle": handle])
        #expect(try cloud.bodies(url) == ["a2"])
    }

    @Test func `a message with the same id is one message for five minutes`() throws {
        let first = try post("a", id: "1")
        let second = try post("other", id: "1")
        #expect(second["MessageId"] == first["MessageId"])
        #expect(second["SequenceNumber"] == first["SequenceNumber"])
        try cloud.advance(by: .seconds(300))
        #expect(try post("again", id: "1")["MessageId"] != first["MessageId"])
        #expect(try cloud.bodies(url) == ["a", "again"])
    }

    @Test func `the content is the id where the queue is set so`() throws {
        let plain = try cloud.createQueue(
            "p.fifo",
            ["FifoQueue": "true", "ContentBasedDeduplication": "true"]
        )
        for text in ["a", "a", "b"] { try cloud.post(text, to: plain, ["MessageGroupId": "g"]) }
        #expect(try cloud.bodies(plain) == ["a", "b"])
    }

    @Test func `group and id are demanded`() throws {
        let missing = try cloud.post("a", to: url, ["MessageDeduplicationId": "1"])
        #expect(missing.errorMessage == "The request must contain the parameter MessageGroupId.")
        let answer = try cloud.post("a", to: url, ["MessageGroupId": "g"])
        #expect(answer.errorCode == "InvalidParameterValueException")
    }

    @Test func `an id is refused by a queue without order`() throws {
        let standard = try cloud.createQueue("s")
        let answer = try cloud.post("a", to: standard, ["MessageDeduplicationId": "1"])
        #expect(answer.errorCode == "InvalidParameterValueException")
    }

    @Test func `a receipt that has ended does not delete`() throws {
        try post("a")
        let handle = try #require(cloud.receive(url).first?["ReceiptHandle"])
        try cloud.advance(by: .seconds(30))
        let answer = try cloud.sqs("DeleteMessage", ["QueueUrl": .string(url), "ReceiptHandle": handle])
        #expect(answer.errorMessage?.hasSuffix("The receipt handle has expired.") == true)
    }
}
