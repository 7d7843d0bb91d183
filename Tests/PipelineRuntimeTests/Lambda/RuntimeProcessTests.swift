import Glibc
import Synchronization
import Testing

@testable import PipelineRuntime

@Suite struct RuntimeProcessTests {
    private let output = CollectedLines()
    private let standardError = CollectedLines()

    private struct NoBrush: Error {}

    /// Counts threads, and holds each until all are there.
    private final class Meeting: Sendable {
        private let arrived = Atomic(0)

        func await(_ count: Int) {
            let limit = Deadline.after(.seconds(30))
            arrived.wrappingAdd(1, ordering: .relaxed)
            while arrived.load(ordering: .relaxed) < count, !limit.hasPassed() { sched_yield() }
            #expect(arrived.load(ordering: .relaxed) >= count, "some loop did not come")
        }
    }

    private func process(
        _ variables: [String: String],
        gate: WorkGate = WorkGate(),
        transport: @escaping @Sendable () -> any HTTPTransport = { ScriptedRuntimeAPI([]) },
        queue: @escaping @Sendable () -> any QueueClient = { ScriptedQueue([]) }
    ) throws -> RuntimeProcess {
        RuntimeProcess(
            environment: Environment(variables),
            logger: Logger(output: output),
            standardError: standardError,
            pipe: try #require(WakeUpPipe()),
            connections: RuntimeConnections(
                makeTransport: { () throws(HTTPError) in transport() },
                makeQueue: { _, _ in queue() },
                makeRequestID: { "x" },
                pause: { _ in }
            ),
            gate: gate
        )
    }

    private let onQueue = ["QUEUE_URL": "http://localhost/1/q", "AWS_REGION": "eu-central-1"]
    private let onLambda = ["AWS_LAMBDA_RUNTIME_API": "127.0.0.1:9001"]

    @Test func `settings are read once and reach the handler of every loop`() throws {
        let gate = WorkGate()
        let variables = ["AWS_LAMBDA_MAX_CONCURRENCY": "3", "BUCKET": "b"].merging(onLambda) { $1 }
        let process = try process(variables, gate: gate) { ScriptedRuntimeAPI([], gate: gate) }
        let meeting = Meeting()
        var readCount = 0
        let status = process.run { reader in
            readCount += 1
            return reader.string("BUCKET", for: "the bucket")
        } makeHandler: { bucket, _ in
            #expect(bucket == "b")
            meeting.await(3)
            return TestHandler.echo()
        }
        #expect(status == .stopped)
        #expect(readCount == 1)
    }

    @Test func `each loop has a transport and a thread of its own`() throws {
        let gate = WorkGate()
        let apis = Mutex<[ScriptedRuntimeAPI]>([])
        let variables = ["AWS_LAMBDA_MAX_CONCURRENCY": "4"].merging(onLambda) { $1 }
        let process = try process(variables, gate: gate) {
            let api = ScriptedRuntimeAPI([.next("r-1"), .response("r-1")], gate: gate)
            apis.withLock { $0.append(api) }
            return api
        }
        let meeting = Meeting()
        let status = process.run { _ in
        } makeHandler: { _, _ in
            // Loops that shared a thread would never all be in their handlers at once.
            TestHandler { (event, _) throws(InvocationFailure) in
                meeting.await(4)
                return event
            }
        }
        #expect(status == .stopped)
        #expect(apis.withLock(\.count) == 4)
        #expect(apis.withLock { $0.allSatisfy(\.isComplete) })
    }

    @Test func `a handler that cannot be built is reported as a failed start`() throws {
        let api = ScriptedRuntimeAPI([.initError()])
        let status = try process(onLambda) { api }.run { _ in
        } makeHandler: { _, _ in
            throw InvocationFailure(.runtime("NoTable"), "the table's name\nis é")
        }
        #expect(status == .failed)
        #expect(api.isComplete)
        let request = try #require(api.requests.first)
        #expect(request.headers["Lambda-Runtime-Function-Error-Type"] == "Runtime.NoTable")
        #expect(try request.json["errorMessage"] == "the table's name\nis é")
        #expect(!api.gate.isClosed, "no invocation may be asked for")
    }

    @Test(arguments: [403, 500])
    func `a report of a failed start that is not taken changes nothing`(httpStatus: Int) throws {
        let api = ScriptedRuntimeAPI([.initError(status: httpStatus)])
        let status = try process(onLambda) { api }.run { _ in
        } makeHandler: { _, _ in
            throw NoBrush()
        }
        #expect(status == .failed)
        #expect(api.requests.first?.headers["Lambda-Runtime-Function-Error-Type"] == "Runtime.InitError")
        #expect(output.lines.count == (httpStatus == 403 ? 1 : 2))
    }

    @Test func `unusable settings are a failed start on Lambda, all problems together`() throws {
        let api = ScriptedRuntimeAPI([.initError()])
        let status = try process(onLambda.merging(["LIMIT": "x"]) { $1 }) { api }.run { reader in
            _ = reader.string("BUCKET", for: "the bucket")
            _ = reader.integer("LIMIT", in: 1...2)
        } makeHandler: { _, _ in
            TestHandler.echo()
        }
        #expect(status == .misconfigured)
        let request = try #require(api.requests.first)
        #expect(request.headers["Lambda-Runtime-Function-Error-Type"] == "Runtime.InvalidSettings")
        let text =
            "BUCKET is not set: set it to the bucket\nLIMIT is \"x\": set it to a whole number from 1 to 2"
        #expect(try request.json["errorMessage"] == .string(text))
    }

    @Test func `without Lambda and queue one text says all that is missing`() throws {
        let status = try process([:]).run { reader in
            _ = reader.string("BUCKET", for: "the bucket")
        } makeHandler: { _, _ in
            Issue.record("no handler may be built")
            return TestHandler.echo()
        }
        #expect(status == .misconfigured)
        #expect(standardError.lines.count == 1)
        let text = standardError.lines.first ?? ""
        for name in ["QUEUE_URL", "AWS_LAMBDA_RUNTIME_API", "BUCKET"] { #expect(text.contains(name)) }
    }

    @Test func `what both the host and the function complain of stands once`() throws {
        let status = try process(["QUEUE_URL": "http://localhost/1/q", "AWS_REGION": "?"]).run { reader in
            AWSConfiguration(reading: &reader)
        } makeHandler: { _, _ in
            TestHandler.echo()
        }
        #expect(status == .misconfigured)
        #expect(standardError.lines.first?.split(separator: "\n").count == 1)
    }

    @Test func `the same handler is fed from a queue`() throws {
        let message = SQSMessage(
            messageID: "m",
            receiptHandle: "h",
            body: "b",
            eventSourceARN: "arn",
            region: "r"
        )
        let queue = ScriptedQueue([
            .success([message]), .failure(QueueError(isRetryable: false, detail: "gone")),
        ])
        let status = try process(onQueue, queue: { queue }).run { _ in
        } makeHandler: { _, _ in
            TestHandler { (_, _) throws(InvocationFailure) in BatchResponse(failedMessageIDs: []).json }
        }
        #expect(status == .failed)
        #expect(queue.deleted == [["h"]])
    }

    @Test func `a queue whose handler cannot be built is not touched`() throws {
        let queue = ScriptedQueue([])
        let process = try process(onQueue, queue: { queue })
        #expect(
            process.run { _ in
            } makeHandler: { _, _ in
                throw NoBrush()
            } == .failed
        )
        #expect(queue.receives == [])
        #expect(output.lines.count == 1)
    }
}
