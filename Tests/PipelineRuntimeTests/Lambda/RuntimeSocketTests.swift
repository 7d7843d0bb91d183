import Synchronization
import Testing

@testable import PipelineRuntime

/// The loop with the transport that it has on Lambda.
@Suite struct RuntimeSocketTests {
    private let output = CollectedLines()

    /// Runs a loop until the gate closes or it fails.
    private func run(_ api: SocketRuntimeAPI, _ handler: TestHandler, gate: WorkGate) throws -> ProcessStatus
    {
        InvocationLoop(
            client: RuntimeAPIClient(authority: api.authority, transport: try CurlTransport()),
            handler: handler,
            gate: gate,
            logger: Logger(output: output),
            setTraceID: { _ in },
            pause: { _ in }
        ).run()
    }

    /// Hands out events until there are no more, then closes the gate.
    private func server(
        events: Int,
        gate: WorkGate,
        _ answer: @escaping @Sendable (SocketRequest, Int) -> SocketRuntimeAPI.Reply?
    ) throws -> SocketRuntimeAPI {
        let given = Atomic(0)
        return try SocketRuntimeAPI { request in
            let isNext = request.call == "GET invocation/next"
            let number = isNext ? given.wrappingAdd(1, ordering: .relaxed).newValue : 0
            if number > events { gate.close() }
            if let reply = answer(request, number) { return reply }
            guard isNext else { return .response(status: 202, body: #"{"status":"OK"}"#) }
            return .chunked(
                status: 200,
                headers: Self.headers(number),
                chunks: [#"{"number":"#, "\(number)}"]
            )
        }
    }

    private static func headers(_ number: Int) -> [(String, String)] {
        [
            ("Content-Type", "application/json"), ("Lambda-Runtime-Aws-Request-Id", "r-\(number)"),
            ("Lambda-Runtime-Deadline-Ms", "4102444800000"),
            ("Lambda-Runtime-Client-Context", #"{"custom":{"name":"é"}}"#),
        ]
    }

    @Test func `one kept connection carries every call`() throws {
        let gate = WorkGate()
        let api = try server(events: 50, gate: gate) { _, _ in nil }
        defer { api.stop() }
        let handler = TestHandler.echo()
        #expect(try run(api, handler, gate: gate) == .stopped)
        #expect(handler.events == (1...50).map { #"{"number":\#($0)}"# })
        #expect(handler.contexts.first?.clientContext == #"{"custom":{"name":"é"}}"#)
        #expect(api.acceptedConnectionCount == 1)
        #expect(api.requests.count == 101)
        #expect(output.lines == [])
        let answer = try #require(api.requests.dropFirst().first)
        #expect(answer.path == "/2018-06-01/runtime/invocation/r-1/response")
        #expect(answer.headers["content-length"] == "12")
        #expect(answer.headers["expect"] == nil)
    }

    @Test func `a failure arrives whole over the wire`() throws {
        let gate = WorkGate()
        let api = try server(events: 1, gate: gate) { _, _ in nil }
        defer { api.stop() }
        let handler = TestHandler.failing(.function("BadImage"), "line\nbreak é \u{1F}")
        #expect(try run(api, handler, gate: gate) == .stopped)
        let report = try #require(api.requests.dropFirst().first)
        #expect(report.call == "POST invocation/r-1/error")
        #expect(report.headers["lambda-runtime-function-error-type"] == "Function.BadImage")
        #expect(try JSONObject(parsing: report.body)["errorMessage"] == "line\nbreak é \u{1F}")
        let cause = try JSONObject(parsing: report.headers["lambda-runtime-function-xray-error-cause"] ?? "")
        #expect(cause["exceptions"]?[0]?["message"] == "line\nbreak é \u{1F}")
    }

    @Test func `an answer beyond the limit meets 413 and the loop survives it`() throws {
        let gate = WorkGate()
        let api = try server(events: 2, gate: gate) { request, _ in
            request.body.count > 6_291_556 ? .response(status: 413, body: "{}") : nil
        }
        defer { api.stop() }
        let handler = TestHandler { (event, context) throws(InvocationFailure) in
            context.requestID == "r-1" ? [UInt8](repeating: UInt8(ascii: " "), count: 6_291_557) : event
        }
        #expect(try run(api, handler, gate: gate) == .stopped)
        let calls = api.requests.map(\.call)
        #expect(
            calls == [
                "GET invocation/next", "POST invocation/r-1/response", "GET invocation/next",
                "POST invocation/r-2/response", "GET invocation/next",
            ]
        )
        #expect(output.lines.count == 1)
    }

    @Test func `a connection that is lost while the loop waits is made anew`() throws {
        let gate = WorkGate()
        let api = try server(events: 3, gate: gate) { _, number in number == 2 ? .close : nil }
        defer { api.stop() }
        let handler = TestHandler.echo()
        #expect(try run(api, handler, gate: gate) == .stopped)
        #expect(handler.events == [#"{"number":1}"#, #"{"number":3}"#])
        #expect(api.acceptedConnectionCount == 2)
    }

    /// How the connection that brought the invocation ends before its answer is taken.
    static let breaks: [[ScriptedServer.Step]] = [
        [], [.reset], [.receive], [.receiveHead, .reset], [.receive, .send("HTTP/1.1 20")],
    ]

    @Test(arguments: breaks, [2, 6_000_000])
    func `an answer reaches the Runtime API although the kept connection ends`(
        steps: [ScriptedServer.Step],
        byteCount: Int
    ) throws {
        let next =
            "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: r-1\r\n"
            + "Lambda-Runtime-Deadline-Ms: 4102444800000\r\n"
        let server = try ScriptedServer(
            [.receive, .send(next + "Content-Length: 2\r\n\r\n{}")] + steps,
            [.receive, .send("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n")]
        )
        defer { server.stop() }
        let gate = WorkGate()
        let handler = TestHandler { (_, _) throws(InvocationFailure) in
            gate.close()
            if !steps.contains(where: \.reads) { server.awaitEndOfConnections(1) }
            return [UInt8](repeating: UInt8(ascii: " "), count: byteCount)
        }
        let loop = InvocationLoop(
            client: RuntimeAPIClient(
                authority: "127.0.0.1:\(server.port)",
                transport: try CurlTransport()
            ),
            handler: handler,
            gate: gate,
            logger: Logger(output: output),
            setTraceID: { _ in },
            pause: { _ in }
        )
        #expect(loop.run() == .stopped)
        #expect(output.lines == [])
        #expect(
            try #require(server.requests.last).hasPrefix("POST /2018-06-01/runtime/invocation/r-1/response")
        )
        #expect(server.connectionCount == 2)
    }

    @Test func `a server that goes away ends the loop`() throws {
        let gate = WorkGate()
        let api = try server(events: 9, gate: gate) { _, _ in .close }
        #expect(try run(api, .echo(), gate: gate) == .failed)
        api.stop()
        #expect(!gate.isClosed)
    }
}
