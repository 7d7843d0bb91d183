import Synchronization
import Testing

@testable import PipelineRuntime

@Suite struct QueuePollerTests {
    private let output = CollectedLines()

    /// Answers that every message succeeded.
    private static func succeeding() -> TestHandler {
        TestHandler { (_, _) throws(InvocationFailure) in Array("{}".utf8) }
    }

    private func message(_ id: String) -> SQSMessage {
        SQSMessage(
            messageID: id,
            receiptHandle: "handle-\(id)",
            body: "body of \(id)",
            attributes: ["ApproximateReceiveCount": "1"],
            messageAttributes: ["requestId": .string("r-\(id)")],
            eventSourceARN: "arn:aws:sqs:eu-central-1:1:q",
            region: "eu-central-1"
        )
    }

    private func settings(_ more: [String: String] = [:]) throws -> QueueSettings {
        let variables = ["QUEUE_URL": "http://localhost:4566/1/q"].merging(more) { $1 }
        return try SettingsReader.read(Environment(variables)) { QueueSettings(reading: &$0) }
    }

    private func run(
        _ queue: ScriptedQueue,
        _ handler: TestHandler,
        _ variables: [String: String] = [:],
        pause: @escaping (Duration) -> Void = { _ in }
    ) throws -> ProcessStatus {
        QueuePoller(
            queue: queue,
            settings: try settings(variables),
            handler: handler,
            gate: queue.gate,
            logger: Logger(output: output, clock: FixedClock()),
            clock: FixedClock(),
            makeRequestID: { "invocation-1" },
            pause: pause
        ).run()
    }

    @Test func `the handler gets the event that a mapping would send`() throws {
        let handler = Self.succeeding()
        let queue = ScriptedQueue([.success([message("a"), message("b")])])
        #expect(try run(queue, handler) == .stopped)
        let event = try SQSEvent(json: Array(try #require(handler.events.first).utf8))
        #expect(event.messages == [message("a"), message("b")])
        #expect(queue.deleted == [["handle-a", "handle-b"]])
    }

    @Test func `what is asked of the queue follows the settings`() throws {
        let queue = ScriptedQueue([])
        let variables = [
            "QUEUE_BATCH_SIZE": "10", "QUEUE_WAIT_SECONDS": "5", "QUEUE_VISIBILITY_SECONDS": "60",
        ]
        #expect(try run(queue, Self.succeeding(), variables) == .stopped)
        #expect(queue.receives == ["10 5.0 seconds 60.0 seconds"])
    }

    @Test func `the deadline lies before the end of the visibility timeout`() throws {
        let queue = ScriptedQueue([.success([message("a")])])
        let handler = Self.succeeding()
        #expect(try run(queue, handler, ["QUEUE_VISIBILITY_SECONDS": "3605"]) == .stopped)
        let context = try #require(handler.contexts.first)
        #expect(context.deadlineTime == FixedClock().now.advanced(by: .seconds(3600)))
        let remaining = try #require(context.deadline.remaining())
        #expect(remaining <= .seconds(3600))
        #expect(remaining > .seconds(3000))
        #expect(context.requestID == "invocation-1")
        #expect(context.invokedFunctionARN == nil)
    }

    @Test func `only what succeeded is deleted`() throws {
        let queue = ScriptedQueue([.success([message("a"), message("b"), message("c")])])
        let handler = TestHandler { (_, _) throws(InvocationFailure) in
            BatchResponse(failedMessageIDs: ["b"]).json
        }
        #expect(try run(queue, handler) == .stopped)
        #expect(queue.deleted == [["handle-a", "handle-c"]])
        #expect(queue.givenBack == [], "what failed waits for its visibility timeout")
    }

    @Test(arguments: [
        "nonsense", #"{"batchItemFailures":[{"itemIdentifier":"unknown"}]}"#,
        #"{"batchItemFailures":[{"itemIdentifier":""}]}"#,
        #"{"batchItemFailures":[{"foo":"notvalid"}]}"#,
        #"{"batchItemFailures":[{"itemIdentifier":"a"},{"itemIdentifier":"b"}]}"#,
    ])
    func `nothing is deleted when the answer is wrong or names every message`(answer: String) throws {
        let queue = ScriptedQueue([.success([message("a"), message("b")])])
        let handler = TestHandler { (_, _) throws(InvocationFailure) in Array(answer.utf8) }
        #expect(try run(queue, handler) == .stopped)
        #expect(queue.deleted == [])
    }

    @Test func `nothing is deleted when the handler fails, and polling goes on`() throws {
        let queue = ScriptedQueue([.success([message("a")]), .success([message("b")])])
        let handler = TestHandler.failing(.function("Broken"), "x\ny")
        #expect(try run(queue, handler) == .stopped)
        #expect(queue.deleted == [])
        #expect(handler.events.count == 2)
        let line = try JSONObject(parsing: output.lines[0])
        #expect(line["errorType"] == "Function.Broken")
        #expect(line["requestId"] == "invocation-1")
    }

    @Test func `an empty answer of the queue invokes nothing`() throws {
        let queue = ScriptedQueue([.success([]), .success([])])
        let handler = Self.succeeding()
        #expect(try run(queue, handler) == .stopped)
        #expect(handler.events == [])
        #expect(queue.receives.count == 3)
    }

    @Test func `a queue that does not answer is asked again with growing pauses`() throws {
        let failure = Result<[SQSMessage], QueueError>.failure(QueueError(isRetryable: true, detail: "busy"))
        let queue = ScriptedQueue(Array(repeating: failure, count: 7) + [.success([]), failure])
        let pauses = Mutex<[Duration]>([])
        #expect(
            try run(queue, Self.succeeding()) { duration in pauses.withLock { $0.append(duration) } }
                == .stopped
        )
        #expect(pauses.withLock(\.self) == [1, 2, 4, 8, 16, 30, 30, 1].map(Duration.seconds))
    }

    @Test func `a queue that cannot be used at all ends the process`() throws {
        let queue = ScriptedQueue([.failure(QueueError(isRetryable: false, detail: "no such queue"))])
        #expect(try run(queue, Self.succeeding()) == .failed)
        #expect(try JSONObject(parsing: output.lines[0])["detail"] == "no such queue")
        #expect(queue.gate.isIdle)
    }

    @Test func `a delete that fails is told and polling goes on`() throws {
        let error = QueueError(isRetryable: false, detail: "one handle was refused")
        let queue = ScriptedQueue([.success([message("a")]), .success([message("b")])], deleteError: error)
        let handler = Self.succeeding()
        #expect(try run(queue, handler) == .stopped)
        #expect(handler.events.count == 2)
        #expect(output.lines.count == 2)
    }

    @Test func `a request to stop lets the batch in hand be finished`() throws {
        let queue = ScriptedQueue([.success([message("a")]), .success([message("b")])])
        let gate = queue.gate
        let handler = TestHandler { (_, _) throws(InvocationFailure) in
            gate.close()
            return Array("{}".utf8)
        }
        #expect(try run(queue, handler) == .stopped)
        #expect(queue.deleted == [["handle-a"]])
        #expect(queue.receives.count == 1)
    }

    @Test func `a batch that arrives after a request to stop is given back`() throws {
        let queue = StoppingQueue(message("a"))
        let handler = Self.succeeding()
        let poller = QueuePoller(
            queue: queue,
            settings: try settings(),
            handler: handler,
            gate: queue.gate,
            logger: Logger(output: output),
            makeRequestID: { "x" },
            pause: { _ in }
        )
        #expect(poller.run() == .stopped)
        #expect(queue.givenBack == ["handle-a"])
        #expect(handler.events == [])
    }

    /// A queue during whose long poll the process is asked to stop.
    private final class StoppingQueue: QueueClient {
        let gate = WorkGate()
        private(set) var givenBack: [String] = []
        private let message: SQSMessage

        init(_ message: SQSMessage) {
            self.message = message
        }

        func receive(
            maximumMessageCount: Int,
            waitTime: Duration,
            visibilityTimeout: Duration
        ) -> [SQSMessage] {
            gate.close()
            return [message]
        }

        func delete(_ receiptHandles: [String]) {
            Issue.record("nothing was done, so nothing may be deleted")
        }

        func giveBack(_ receiptHandles: [String]) {
            givenBack += receiptHandles
        }
    }
}
