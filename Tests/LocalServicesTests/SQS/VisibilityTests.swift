import LocalStore
import Testing

@testable import LocalServiceKit

struct VisibilityTests {
    private let cloud: LocalCloud
    private let url: String

    init() throws {
        cloud = try LocalCloud()
        url = try cloud.createQueue("q")
    }

    private func change(_ handle: WireValue, to seconds: Int) throws -> Answer {
        try cloud.sqs(
            "ChangeMessageVisibility",
            [
                "QueueUrl": .string(url), "ReceiptHandle": handle,
                "VisibilityTimeout": .number(String(seconds)),
            ]
        )
    }

    private func delete(_ handle: WireValue) throws -> Answer {
        try cloud.sqs("DeleteMessage", ["QueueUrl": .string(url), "ReceiptHandle": handle])
    }

    @Test func `a received message is out of sight until its timeout has passed`() throws {
        try cloud.post("m", to: url)
        #expect(try cloud.bodies(url) == ["m"])
        #expect(try cloud.bodies(url) == [])
        try cloud.advance(by: .seconds(29))
        #expect(try cloud.bodies(url) == [])
        try cloud.advance(by: .seconds(1))
        let again = try #require(cloud.receive(url).first)
        #expect(again["Attributes"]["ApproximateReceiveCount"] == "2")
        #expect(again["Attributes"]["ApproximateFirstReceiveTimestamp"] == "1767225600000")
    }

    @Test(arguments: ["visible_at", "received_at"])
    func `a broken column is the stack's fault, not a moment long ago`(column: String) throws {
        try cloud.post("m", to: url)
        let handle = try #require(cloud.receive(url).first)["ReceiptHandle"]
        _ = try cloud.writer.performAndWait { try $0.run("UPDATE sqs_message SET \(column) = 'x'") }
        let answer = try change(handle, to: 10)
        #expect(answer.status == 500)
        #expect(answer.errorCode == "InternalFailure")
    }

    @Test func `the receiver's own timeout counts more than the queue's`() throws {
        try cloud.post("m", to: url)
        _ = try cloud.receive(url, ["VisibilityTimeout": .number("5")])
        try cloud.advance(by: .seconds(5))
        #expect(try cloud.bodies(url) == ["m"])
    }

    @Test func `a timeout of zero lets a message be seen at once`() throws {
        try cloud.post("m", to: url)
        let handle = try #require(cloud.receive(url).first?["ReceiptHandle"])
        #expect(try change(handle, to: 0).status == 200)
        #expect(try cloud.bodies(url) == ["m"])
    }

    @Test func `a longer timeout counts from now`() throws {
        try cloud.post("m", to: url)
        let handle = try #require(cloud.receive(url).first?["ReceiptHandle"])
        try cloud.advance(by: .seconds(20))
        #expect(try change(handle, to: 100).status == 200)
        try cloud.advance(by: .seconds(99))
        #expect(try cloud.bodies(url) == [])
        try cloud.advance(by: .seconds(1))
        #expect(try cloud.bodies(url) == ["m"])
    }

    @Test func `a message stays out of sight for twelve hours at most`() throws {
        try cloud.post("m", to: url)
        let handle = try #require(cloud.receive(url).first?["ReceiptHandle"])
        try cloud.advance(by: .seconds(10))
        #expect(try change(handle, to: 43_200).errorCode == "InvalidParameterValueException")
        #expect(try change(handle, to: 43_190).status == 200)
        #expect(try change(handle, to: 43_201).errorCode == "InvalidParameterValueException")
        #expect(try change(handle, to: -1).errorCode == "InvalidParameterValueException")
    }

    @Test func `the timeout of a message that is not in flight cannot be changed`() throws {
        try cloud.post("m", to: url)
        let handle = try #require(cloud.receive(url).first?["ReceiptHandle"])
        try cloud.advance(by: .seconds(30))
        #expect(try change(handle, to: 5).errorCode == "MessageNotInflight")
    }

    @Test func `a deleted message never comes back, and may be deleted again`() throws {
        try cloud.post("m", to: url)
        let handle = try #require(cloud.receive(url).first?["ReceiptHandle"])
        #expect(try delete(handle).status == 200)
        #expect(try delete(handle).status == 200)
        try cloud.advance(by: .seconds(60))
        #expect(try cloud.bodies(url) == [])
    }

    @Test func `an old receipt does not delete a message that was received again`() throws {
        try cloud.post("m", to: url)
        let old = try #require(cloud.receive(url).first?["ReceiptHandle"])
        try cloud.advance(by: .seconds(30))
        let new = try #require(cloud.receive(url).first?["ReceiptHandle"])
        #expect(try delete(old).status == 200)
        try cloud.advance(by: .seconds(30))
        #expect(try cloud.bodies(url) == ["m"])
        #expect(old != new)
    }

    @Test(arguments: ["", "x", "AAAA", String(repeating: "A", count: 32)])
    func `a handle that no queue gave out is refused`(handle: String) throws {
        #expect(try delete(.string(handle)).errorCode == "ReceiptHandleIsInvalid")
        #expect(try change(.string(handle), to: 1).errorCode == "ReceiptHandleIsInvalid")
    }

    @Test func `a delayed message is seen when its delay has passed`() throws {
        try cloud.post("m", to: url, ["DelaySeconds": .number("10")])
        try cloud.advance(by: .seconds(9))
        #expect(try cloud.bodies(url) == [])
        try cloud.advance(by: .seconds(1))
        #expect(try cloud.bodies(url) == ["m"])
    }

    @Test func `a queue's delay counts for messages without one`() throws {
        let slow = try cloud.createQueue("slow", ["DelaySeconds": "5"])
        try cloud.post("slow", to: slow)
        try cloud.post("fast", to: slow, ["DelaySeconds": .number("0")])
        #expect(try cloud.bodies(slow) == ["fast"])
        try cloud.advance(by: .seconds(5))
        #expect(try cloud.bodies(slow) == ["slow"])
    }

    @Test func `a message goes away when the queue has kept it for long enough`() throws {
        let brief = try cloud.createQueue("brief", ["MessageRetentionPeriod": "60"])
        try cloud.post("m", to: brief)
        try cloud.advance(by: .seconds(59))
        #expect(try cloud.attribute("ApproximateNumberOfMessages", of: brief) == "1")
        try cloud.advance(by: .seconds(1))
        #expect(try cloud.bodies(brief) == [])
        try cloud.advance(by: .seconds(60))
        #expect(try cloud.attribute("ApproximateNumberOfMessages", of: brief) == "0")
    }
}
