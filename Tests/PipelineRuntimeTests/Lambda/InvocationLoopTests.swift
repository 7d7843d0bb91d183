import Testing

@testable import PipelineRuntime

@Suite struct InvocationLoopTests {
    @Test func `events are answered one after the other`() {
        let loop = LoopHarness([
            .next("r-1", event: #"{"a":1}"#), .response("r-1"), .next("r-2", event: "é"), .response("r-2"),
        ])
        #expect(loop.run() == .stopped)
        #expect(loop.api.isComplete)
        #expect(loop.handler.events == [#"{"a":1}"#, "é"])
        #expect(loop.api.requests[1].body == .bytes(Array(#"{"a":1}"#.utf8)))
        #expect(loop.api.requests[3].body == .bytes(Array("é".utf8)))
        #expect(loop.api.requests[1].headers["Content-Type"] == "application/json")
    }

    @Test func `no call has a time limit, because the process may be frozen`() {
        let loop = LoopHarness([.next("r-1"), .response("r-1")])
        #expect(loop.run() == .stopped)
        #expect(loop.api.requests.map(\.timeout) == [nil, nil])
    }

    @Test func `a failure of the handler is reported and the loop goes on`() throws {
        let handler = TestHandler.failing(.function("UnreadableEvent"), "no Records")
        let loop = LoopHarness([.next("r-1"), .error("r-1"), .next("r-2"), .error("r-2")], handler: handler)
        #expect(loop.run() == .stopped)
        #expect(loop.api.isComplete)
        let line = try JSONObject(parsing: loop.output.lines[0])
        #expect(line["level"] == "ERROR")
        #expect(line["requestId"] == "r-1")
        #expect(line["errorType"] == "Function.UnreadableEvent")
        #expect(line["errorMessage"] == "no Records")
    }

    @Test func `after 413 the loop goes straight to the next invocation`() {
        let loop = LoopHarness([.next("r-1"), .response("r-1", status: 413), .next("r-2"), .response("r-2")])
        #expect(loop.run() == .stopped)
        #expect(loop.api.isComplete)
        #expect(loop.output.lines.count == 1)
    }

    @Test(arguments: [400, 403, 404, 429])
    func `an answer that is refused is logged and the loop goes on`(status: Int) {
        let loop = LoopHarness([
            .next("r-1"), .response("r-1", status: status), .next("r-2"), .response("r-2"),
        ])
        #expect(loop.run() == .stopped)
        #expect(loop.api.isComplete)
        #expect(loop.output.lines.count == 1)
    }

    @Test(arguments: [400, 403, 413])
    func `a report that is refused is logged and the loop goes on`(status: Int) {
        let handler = TestHandler.failing(.function("Broken"), "x")
        let loop = LoopHarness([.next("r-1"), .error("r-1", status: status)], handler: handler)
        #expect(loop.run() == .stopped)
        #expect(loop.api.isComplete)
    }

    @Test(arguments: [200, 202])
    func `both statuses of an accepted answer are taken`(status: Int) {
        let loop = LoopHarness([.next("r-1"), .response("r-1", status: status)])
        #expect(loop.run() == .stopped)
        #expect(loop.output.lines == [])
    }

    @Test func `500 to next ends the process at once`() {
        let loop = LoopHarness([.next(status: 500)])
        #expect(loop.run() == .failed)
        #expect(loop.pauses == [])
        #expect(!loop.api.gate.isClosed, "the loop asked again")
    }

    @Test func `500 to an answer ends the process at once`() {
        let loop = LoopHarness([.next("r-1"), .response("r-1", status: 500)])
        #expect(loop.run() == .failed)
        #expect(!loop.api.gate.isClosed, "the loop asked again")
        #expect(loop.api.gate.isIdle)
    }

    @Test func `500 to a report ends the process at once`() {
        let handler = TestHandler.failing(.function("Broken"), "x")
        let loop = LoopHarness([.next("r-1"), .error("r-1", status: 500)], handler: handler)
        #expect(loop.run() == .failed)
        #expect(!loop.api.gate.isClosed, "the loop asked again")
    }

    @Test(arguments: [
        ScriptedRuntimeAPI.Step.next(.connectionLost), .next(.connectionFailed), .next(status: 403),
        .next(status: 404),
        // An invocation without an id cannot be answered.
        .next(status: 200),
    ])
    func `next is tried again with growing pauses, and then given up`(failing: ScriptedRuntimeAPI.Step) {
        let loop = LoopHarness(Array(repeating: failing, count: 5))
        #expect(loop.run() == .failed)
        #expect(loop.api.isComplete)
        #expect(
            loop.pauses == [.milliseconds(100), .milliseconds(200), .milliseconds(400), .milliseconds(800)]
        )
        #expect(loop.handler.events == [])
    }

    @Test func `failures of next count only in a row`() {
        let bad = Array(repeating: ScriptedRuntimeAPI.Step.next(.connectionLost), count: 4)
        let loop = LoopHarness(
            bad + [.next("r-1"), .response("r-1")] + bad + [.next("r-2"), .response("r-2")]
        )
        #expect(loop.run() == .stopped)
        #expect(loop.handler.events.count == 2)
        #expect(loop.pauses.count == 8)
    }

    @Test(arguments: [202, 403])
    func `an answer that is lost on its way is sent again over a new connection, once`(status: Int) {
        let loop = LoopHarness([
            .next("r-1"), .response("r-1").lost(), .response("r-1", status: status), .next("r-2"),
            .response("r-2").lost(), .response("r-2").lost(), .next("r-3"), .response("r-3"),
        ])
        #expect(loop.run() == .stopped)
        #expect(loop.api.isComplete)
        let isNew = loop.api.requests.map(\.needsNewConnection)
        #expect(isNew == [false, false, true, false, false, true, false, false])
        #expect(loop.api.requests[1].body == loop.api.requests[2].body)
        #expect(loop.output.lines.count == 1, "only the one that was lost twice is told of")
    }

    @Test func `a report that is lost on its way is sent again`() {
        let handler = TestHandler.failing(.function("Broken"), "x")
        let loop = LoopHarness([.next("r-1"), .error("r-1").lost(), .error("r-1")], handler: handler)
        #expect(loop.run() == .stopped)
        #expect(loop.api.isComplete)
    }

    @Test(arguments: [HTTPError.Kind.connectionFailed, .malformedResponse])
    func `an answer that nobody could take is not sent again`(kind: HTTPError.Kind) {
        let loop = LoopHarness([.next("r-1"), .response("r-1").lost(kind), .next("r-2"), .response("r-2")])
        #expect(loop.run() == .stopped)
        #expect(loop.api.isComplete)
    }

    @Test func `the trace id of each invocation is set, and removed where there is none`() {
        let loop = LoopHarness([
            .next("r-1", headers: [("Lambda-Runtime-Trace-Id", "Root=1-2;Sampled=0")]), .response("r-1"),
            .next("r-2"), .response("r-2"),
        ])
        #expect(loop.run() == .stopped)
        #expect(loop.traceIDs == ["Root=1-2;Sampled=0", nil])
    }

    @Test func `a request to stop waits for the answer and asks for no more`() {
        let gate = WorkGate()
        let api = ScriptedRuntimeAPI([.next("r-1"), .response("r-1")], gate: gate)
        let handler = TestHandler { (event, _) throws(InvocationFailure) in
            gate.close()
            #expect(!gate.isIdle)
            return event
        }
        let loop = InvocationLoop(
            client: RuntimeAPIClient(authority: "127.0.0.1:9001", transport: api),
            handler: handler,
            gate: gate,
            logger: Logger(output: CollectedLines()),
            clock: FixedClock(),
            setTraceID: { _ in },
            pause: { _ in }
        )
        #expect(loop.run() == .stopped)
        #expect(api.calls == ["GET invocation/next", "POST invocation/r-1/response"])
        #expect(gate.isIdle)
    }

    @Test func `the handler's lines carry the invocation's id`() throws {
        let handler = TestHandler { (event, context) throws(InvocationFailure) in
            context.logger.info("working")
            return event
        }
        let headers = [("Lambda-Runtime-Aws-Tenant-Id", "blue")]
        let loop = LoopHarness([.next("r-1", headers: headers), .response("r-1")], handler: handler)
        #expect(loop.run() == .stopped)
        let line = try JSONObject(parsing: loop.output.lines[0])
        #expect(line["requestId"] == "r-1")
        #expect(line["tenantId"] == "blue")
    }
}
