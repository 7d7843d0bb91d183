import Glibc
import Testing

@testable import PipelineRuntime

/// What whoever started the process sees of it; each test is a process of its own.
@Suite struct ProcessExitTests {
    private static let invocation: [(String, String)] = [
        ("Lambda-Runtime-Aws-Request-Id", "r-1"), ("Lambda-Runtime-Deadline-Ms", "4102444800000"),
        ("Lambda-Runtime-Trace-Id", "Root=1-2"),
    ]

    /// Becomes a function that is served by `respond`; prints each call but the waiting ones.
    ///
    /// A process that does not end is ended by `SIGALRM`.
    private static func run(
        loops: Int = 1,
        _ handler: TestHandler = .echo(),
        _ respond: @escaping @Sendable (SocketRequest) -> SocketRuntimeAPI.Reply
    ) throws -> Never {
        alarm(30)
        let api = try SocketRuntimeAPI { request in
            let reply = respond(request)
            if request.method == "POST" {
                FileDescriptorOutput.standardOutput.write(line: Array(request.call.utf8))
            }
            return reply
        }
        setenv("AWS_LAMBDA_RUNTIME_API", api.authority, 1)
        setenv("AWS_LAMBDA_MAX_CONCURRENCY", "\(loops)", 1)
        RuntimeHost.run(settings: { _ in }, makeHandler: { _, _ in handler })
    }

    @Test func `SIGTERM between invocations ends the process at once with 0`() async {
        await #expect(processExitsWith: .exitCode(0)) {
            try Self.run { _ in
                kill(getpid(), SIGTERM)
                return .silence
            }
        }
    }

    @Test func `SIGINT is heard like SIGTERM, and idle loops do not hold the process`() async {
        await #expect(processExitsWith: .exitCode(0)) {
            try Self.run(loops: 4) { _ in
                kill(getpid(), SIGINT)
                return .silence
            }
        }
    }

    @Test func `SIGTERM during an invocation waits for its answer`() async throws {
        let result = await #expect(processExitsWith: .exitCode(0), observing: [\.standardOutputContent]) {
            let handler = TestHandler { (event, _) throws(InvocationFailure) in
                kill(getpid(), SIGTERM)
                return event
            }
            try Self.run(handler) { request in
                guard request.method == "GET" else { return .response(status: 202) }
                return .response(status: 200, headers: Self.invocation, body: "{}")
            }
        }
        let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
        #expect(output.hasPrefix("POST invocation/r-1/response\n"))
    }

    @Test func `500 ends the process with 1`() async {
        await #expect(processExitsWith: .exitCode(1)) {
            try Self.run { _ in .response(status: 500) }
        }
    }

    @Test func `a failed start is reported and ends the process with 1`() async throws {
        let result = await #expect(processExitsWith: .exitCode(1), observing: [\.standardOutputContent]) {
            alarm(30)
            let api = try SocketRuntimeAPI { request in
                FileDescriptorOutput.standardOutput.write(line: Array(request.call.utf8))
                return .response(status: 202)
            }
            setenv("AWS_LAMBDA_RUNTIME_API", api.authority, 1)
            RuntimeHost.run(
                settings: { _ in },
                makeHandler: { _, _ in throw InvocationFailure(.runtime("NoTable"), "no table") }
            )
        }
        let output = String(decoding: result?.standardOutputContent ?? [], as: UTF8.self)
        #expect(output.hasSuffix("POST init/error\n"))
        #expect(!output.contains("GET"))
    }

    @Test func `without Lambda and queue the process says what to do and ends with 2`() async throws {
        let result = await #expect(processExitsWith: .exitCode(2), observing: [\.standardErrorContent]) {
            for name in ["AWS_LAMBDA_RUNTIME_API", "QUEUE_URL"] { unsetenv(name) }
            RuntimeHost.run(settings: { _ in }, makeHandler: { _, _ in TestHandler.echo() })
        }
        let text = String(decoding: result?.standardErrorContent ?? [], as: UTF8.self)
        #expect(
            text.hasPrefix(
                "QUEUE_URL is not set: set it to the URL of the queue to poll, or run this program on Lambda"
            )
        )
        #expect(text.split(separator: "\n").count == 1)
    }

    @Test func `a lone loop sets the trace variable for each invocation`() async {
        await #expect(processExitsWith: .exitCode(0)) {
            try Self.runTwoInvocations(loops: 1, expected: "Root=1-2")
        }
    }

    @Test func `loops that share a process leave the trace variable alone`() async {
        await #expect(processExitsWith: .exitCode(0)) {
            try Self.runTwoInvocations(loops: 2, expected: "before")
        }
    }

    /// Ends with 0 when the first invocation sees `expected` and the second, which has no trace, what follows from it.
    private static func runTwoInvocations(loops: Int, expected: String) throws -> Never {
        setenv("_X_AMZN_TRACE_ID", "before", 1)
        let handler = TestHandler { (event, context) throws(InvocationFailure) in
            let seen = getenv("_X_AMZN_TRACE_ID").map { String(cString: $0) }
            let wanted = context.traceID == nil && loops == 1 ? nil : expected
            guard seen == wanted else { _exit(9) }
            if context.traceID == nil { kill(getpid(), SIGTERM) }
            return event
        }
        let isFirst = OneTime()
        try run(loops: loops, handler) { request in
            guard request.method == "GET" else { return .response(status: 202) }
            let headers = isFirst.take() ? invocation : Array(invocation.prefix(2))
            return .response(status: 200, headers: headers, body: "{}")
        }
    }
}
