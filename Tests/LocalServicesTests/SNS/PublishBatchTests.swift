import Testing

@testable import LocalServices

struct PublishBatchTests {
    private let cloud: LocalCloud
    private let queue: String
    private let topic: String

    init() throws {
        cloud = try LocalCloud()
        queue = try cloud.createQueue("q")
        topic = try cloud.createTopic("t")
        try cloud.subscribe("q", to: topic, [("RawMessageDelivery", "true")])
    }

    private func publish(_ entries: [(id: String, message: String)]) throws -> Answer {
        let parameters = entries.enumerated().flatMap { index, entry in
            let place = "PublishBatchRequestEntries.member.\(index + 1)."
            return [(place + "Id", entry.id), (place + "Message", entry.message)]
        }
        return try cloud.send(LocalCloud.form("sns", "PublishBatch", [("TopicArn", topic)] + parameters))
    }

    @Test func `every message of a batch is delivered`() throws {
        let answer = try publish([("a", "one"), ("b", "two")])
        #expect(answer.elements("Id") == ["a", "b"])
        #expect(Set(answer.elements("MessageId")).count == 2)
        #expect(answer.text.contains("<Failed></Failed>"))
        #expect(try cloud.bodies(queue) == ["one", "two"])
    }

    @Test(arguments: [
        ([], "EmptyBatchRequest"), (["a", "a"], "BatchEntryIdsNotDistinct"), (["a.b"], "InvalidBatchEntryId"),
        ([String(repeating: "a", count: 81)], "InvalidBatchEntryId"),
        ((0..<11).map(String.init), "TooManyEntriesInBatchRequest"),
    ])
    func `a batch that is none is refused whole`(ids: [String], code: String) throws {
        let answer =
            try ids.isEmpty
            ? cloud.sns("PublishBatch", ["TopicArn": topic, "PublishBatchRequestEntries": ""])
            : publish(ids.map { ($0, "m") })
        #expect(answer.errorCode == code)
        #expect(try cloud.bodies(queue) == [])
    }

    @Test func `the limit is for all messages together`() throws {
        let half = String(repeating: "a", count: 131_072)
        #expect(try publish([("a", half), ("b", half)]).status == 200)
        #expect(try publish([("a", half), ("b", half + "a")]).errorCode == "BatchRequestTooLong")
        #expect(try cloud.bodies(queue).count == 2)
    }

    @Test func `one message that is none keeps all from being published`() throws {
        #expect(try publish([("a", "one"), ("b", "")]).errorCode == "InvalidParameter")
        #expect(try cloud.bodies(queue) == [])
    }
}
