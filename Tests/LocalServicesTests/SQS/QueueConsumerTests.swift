import LocalStore
import Synchronization
import Testing

@testable import LocalSQS
@testable import LocalServiceKit
@testable import LocalServices

struct QueueConsumerTests {
    private let cloud: LocalCloud
    private let url: String
    private let consumer: QueueConsumer

    init() throws {
        cloud = try LocalCloud()
        url = try cloud.createQueue("q", ["VisibilityTimeout": "10"])
        consumer = cloud.stack.consumer(ofQueue: LocalCloud.queueARN("q"))
    }

    private final class Box<Value: Sendable>: Sendable {
        let value: Mutex<Value>
        init(_ value: Value) { self.value = Mutex(value) }
    }

    private func receive(
        handlingTime: Duration = .seconds(1),
        isClosed: Bool = false
    ) throws -> [ReceivedMessage] {
        let box = Box<Result<ReceivedBatch, ServiceError>>(.success(ReceivedBatch()))
        consumer.receive(maximum: 10, handlingTime: handlingTime) { result in
            box.value.withLock { $0 = result }
        }
        if !isClosed { try cloud.writer.settle() }
        return try box.value.withLock { $0 }.get().messages
    }

    @Test func `a consumer gets messages and deletes them`() throws {
        try cloud.post("m", to: url)
        let messages = try receive()
        #expect(messages.map(\.body) == ["m"])
        let isDone = Box(false)
        consumer.delete(receiptHandles: messages.map(\.receiptHandle)) { result in
            isDone.value.withLock { $0 = (try? result.get()) != nil }
        }
        try cloud.writer.settle()
        #expect(isDone.value.withLock { $0 })
        try cloud.advance(by: .seconds(60))
        #expect(try cloud.bodies(url) == [])
    }

    @Test func `messages stay out of sight for as long as they are worked on`() throws {
        try cloud.post("m", to: url)
        _ = try receive(handlingTime: .seconds(60))
        try cloud.advance(by: .seconds(89))
        #expect(try receive().isEmpty)
        try cloud.advance(by: .seconds(1))
        #expect(try receive().map(\.body) == ["m"])
    }

    @Test(arguments: [Duration.seconds(1), .seconds(60)])
    func `what an ended consumer was at is there at once after a restart`(handlingTime: Duration) throws {
        try cloud.post("m", to: url)
        #expect(try receive(handlingTime: handlingTime).map(\.body) == ["m"])
        #expect(try receive().isEmpty)
        try consumer.releaseUnfinished(handlingTime: handlingTime)
        #expect(try receive().map(\.body) == ["m"])
    }

    @Test func `a message that waits on purpose waits on after a restart`() throws {
        try cloud.post("m", to: url)
        let handle = try #require(try receive().first?.receiptHandle)
        let changed = try cloud.sqs(
            "ChangeMessageVisibility",
            ["QueueUrl": .string(url), "ReceiptHandle": .string(handle), "VisibilityTimeout": .number("300")]
        )
        #expect(changed.status == 200)
        try consumer.releaseUnfinished(handlingTime: .seconds(1))
        #expect(try receive().isEmpty)
        try cloud.advance(by: .seconds(300))
        #expect(try receive().map(\.body) == ["m"])
    }

    @Test func `a consumer is told of messages that come, and of those that come back`() throws {
        let count = Box(0)
        consumer.observe { count.value.withLock { $0 += 1 } }
        try cloud.post("m", to: url)
        try cloud.writer.settle()
        #expect(count.value.withLock { $0 } == 1)
        _ = try receive()
        try cloud.advance(by: .seconds(10))
        #expect(count.value.withLock { $0 } == 2)
    }

    @Test func `a store that fails is told from an empty queue`() throws {
        try cloud.post("m", to: url)
        cloud.writer.close()
        #expect(throws: ServiceError.self) { try receive(isClosed: true) }
        let hasFailed = Box(false)
        consumer.delete(receiptHandles: ["handle"]) { result in
            hasFailed.value.withLock { $0 = (try? result.get()) == nil }
        }
        #expect(hasFailed.value.withLock { $0 })
    }

    @Test func `a queue that is not there has no messages`() throws {
        _ = try cloud.sqs("DeleteQueue", ["QueueUrl": .string(url)])
        #expect(try receive().isEmpty)
    }
}
