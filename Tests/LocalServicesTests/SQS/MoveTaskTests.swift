import Testing

@testable import LocalServiceKit

struct MoveTaskTests {
    private let cloud: LocalCloud
    private let letters: String
    private let url: String

    init() throws {
        cloud = try LocalCloud()
        letters = try cloud.createQueue("letters")
        let policy = #"{"deadLetterTargetArn":"\#(LocalCloud.queueARN("letters"))","maxReceiveCount":1}"#
        url = try cloud.createQueue("q", ["RedrivePolicy": .string(policy), "VisibilityTimeout": "1"])
    }

    /// Lets the message become a dead letter.
    private func bury(_ body: String) throws {
        try cloud.post(body, to: url)
        for _ in 0..<2 {
            _ = try cloud.bodies(url)
            try cloud.advance(by: .seconds(1))
        }
    }

    private func start(_ more: [(String, WireValue)] = []) throws -> Answer {
        let source = ("SourceArn", WireValue.string(LocalCloud.queueARN("letters")))
        let members = ([source] + more).map { WireObject.Member($0.0, $0.1) }
        return try cloud.sqs("StartMessageMoveTask", .object(WireObject(members)))
    }

    @Test func `dead letters go back to where they came from, as new messages`() throws {
        try bury("m")
        let answer = try start()
        #expect(answer["TaskHandle"].text != nil)
        #expect(try cloud.bodies(letters) == [])
        let message = try #require(cloud.receive(url).first)
        #expect(message["Body"] == "m")
        #expect(message["Attributes"]["ApproximateReceiveCount"] == "1")
        #expect(message["Attributes"]["DeadLetterQueueSourceArn"] == .null)
        let arn = WireValue.string(LocalCloud.queueARN("letters"))
        let task = try cloud.sqs("ListMessageMoveTasks", ["SourceArn": arn])["Results"][0]
        #expect(task["Status"] == "COMPLETED")
        #expect(task["ApproximateNumberOfMessagesMoved"] == .number("1"))
        #expect(task["SourceArn"] == arn)
    }

    @Test func `dead letters go to the queue that is named`() throws {
        let other = try cloud.createQueue("other")
        try bury("m")
        try cloud.post("direct", to: letters)
        _ = try start([("DestinationArn", .string(LocalCloud.queueARN("other")))])
        #expect(try cloud.bodies(other).sorted() == ["direct", "m"])
    }

    @Test func `a letter that came from nowhere stays`() throws {
        try cloud.post("direct", to: letters)
        _ = try start()
        #expect(try cloud.bodies(letters) == ["direct"])
        let arn = WireValue.string(LocalCloud.queueARN("letters"))
        let task = try cloud.sqs("ListMessageMoveTasks", ["SourceArn": arn])["Results"][0]
        #expect(task["Status"] == "FAILED")
        #expect(task["FailureReason"] == "CouldNotDetermineMessageSource")
    }

    @Test func `who waits for the messages is told`() throws {
        try bury("m")
        let input = LocalCloud.receiveRequest(url, ["WaitTimeSeconds": .number("20")])
        let pending = try cloud.start(LocalCloud.sqsRequest("ReceiveMessage", input))
        #expect(!pending.isThere)
        _ = try start()
        #expect(try pending.answer()["Messages"][0]["Body"] == "m")
    }

    @Test func `only dead-letter queues are emptied so, and only into queues that exist`() throws {
        let source = try cloud.sqs(
            "StartMessageMoveTask",
            ["SourceArn": .string(LocalCloud.queueARN("q"))]
        )
        #expect(source.errorMessage == "Source queue must be configured as a Dead Letter Queue.")
        let missing = try start([("DestinationArn", .string(LocalCloud.queueARN("none")))])
        #expect(missing.errorCode == "ResourceNotFoundException")
        #expect(missing.status == 404)
        let rate = try start([("MaxNumberOfMessagesPerSecond", .number("501"))])
        #expect(rate.errorCode == "InvalidParameterValueException")
    }

    @Test func `a task that is over cannot be cancelled`() throws {
        let handle = try start()["TaskHandle"]
        let answer = try cloud.sqs("CancelMessageMoveTask", ["TaskHandle": handle])
        #expect(answer.errorMessage == "Task does not exist.")
        let nonsense = try cloud.sqs("CancelMessageMoveTask", ["TaskHandle": "nonsense"])
        #expect(nonsense.errorMessage == "Value for parameter TaskHandle is invalid.")
    }
}
