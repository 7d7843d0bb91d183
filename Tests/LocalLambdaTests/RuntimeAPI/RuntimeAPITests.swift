import Foundation
import Testing

@testable import LocalLambda

/// A scripted runtime makes single calls over raw HTTP and prints what it is answered.
@Suite(.timeLimit(.minutes(2))) struct RuntimeAPITests {
    /// Runs a script with one invocation and answers what it printed, request ids taken out.
    private func answers(_ script: String) async throws -> [String] {
        let fixture = EnvironmentFixture(
            try FunctionFolder(script: script + "\nprint('end', flush=True)\nsignal.pause()")
        )
        async let result = fixture.pool.run()
        _ = try await fixture.log.line { $0 == "end" }
        try await fixture.pool.shutDown()
        _ = try await result
        return fixture.log.lines.prefix { $0 != "end" }.filter { $0.first?.isNumber == true }
    }

    private let accepted = #"202 {"status":"OK"}"#

    private func refused(_ from: String, _ to: String) -> String {
        #"403 {"errorMessage":"State transition from \#(from) to \#(to) failed for runtime. "#
            + #"Error: state transition is not allowed","errorType":"InvalidStateTransition"}"#
    }

    @Test func `an answer and a second one to the same invocation`() async throws {
        let answers = try await answers(
            """
            id = next()
            show("POST", api + "invocation/" + id + "/response", b"{}")
            show("POST", api + "invocation/" + id + "/response", b"{}")
            show("POST", api + "invocation/" + id + "/error", b"{}")
            """
        )
        #expect(
            answers == [
                accepted, refused("RuntimeResponseSentState", "InvocationResponse"),
                refused("RuntimeResponseSentState", "InvocationErrorResponse"),
            ]
        )
    }

    @Test func `an answer to an invocation that there is not`() async throws {
        let invalid = #"400 {"errorMessage":"Invalid request ID","errorType":"InvalidRequestID"}"#
        let answers = try await answers(
            """
            show("POST", api + "invocation/none/response", b"{}")
            next()
            show("POST", api + "invocation/none/response", b"{}")
            show("POST", api + "invocation/none/error", b"{}")
            """
        )
        #expect(answers == [invalid, invalid, invalid])
    }

    @Test func `an error of the start after the start`() async throws {
        let answers = try await answers(
            """
            next()
            show("POST", api + "init/error", b"{}")
            """
        )
        #expect(answers == [refused("Running", "InitError")])
    }

    @Test func `whoever asks again while an invocation runs gets the same one`() async throws {
        let answers = try await answers(
            """
            first, second = next(), next()
            print(1 if first == second else 0, flush=True)
            """
        )
        #expect(answers == ["1"])
    }

    @Test func `an answer of the largest size is taken, one byte more is not`() async throws {
        let answers = try await answers(
            """
            id = next()
            show("POST", api + "invocation/" + id + "/response", b"x" * 6291557)
            show("POST", api + "invocation/" + id + "/error", b"{}")
            """
        )
        #expect(
            answers == [
                #"413 {"errorMessage":"Exceeded maximum allowed payload size (6291556 bytes).","#
                    + #""errorType":"RequestEntityTooLarge"}"#,
                refused("RuntimeResponseSentState", "InvocationErrorResponse"),
            ]
        )
    }

    @Test func `an answer in a mode that does not exist`() async throws {
        let answers = try await answers(
            """
            id = next()
            mode = {"Lambda-Runtime-Function-Response-Mode": "backwards"}
            show("POST", api + "invocation/" + id + "/response", b"{}", mode)
            """
        )
        #expect(
            answers == [
                #"400 {"errorMessage":"Invalid function response mode","errorType":"InvalidFunctionResponseMode"}"#
            ]
        )
    }

    @Test func `paths and methods that there are not`() async throws {
        let answers = try await answers(
            """
            show("GET", "/")
            show("GET", "/2018-06-01/runtime/restore/next")
            show("POST", api + "invocation/next")
            show("GET", "/2018-06-01/ping")
            show("PUT", "/2022-07-01/telemetry", b"{}")
            """
        )
        #expect(
            answers == [
                "404 404 page not found", "404 404 page not found", "405 ", "200 pong",
                #"202 {"errorMessage":"Telemetry API is not supported","errorType":"Telemetry.NotSupported"}"#,
            ]
        )
    }

    @Test func `an invocation comes with the headers that Lambda sends`() async throws {
        let fixture = try EnvironmentFixture(
            python: "def handle(event, headers): return json.dumps(headers).encode()"
        )
        let invocation = Invocation(
            functionName: "fn",
            payload: Array("1".utf8),
            clientContext: #"{"client":{}}"#,
            traceID: "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1"
        )
        let result = try await fixture.pool.run(invocation)
        try await fixture.pool.shutDown()
        let headers = try JSONDecoder().decode([String: String].self, from: Data((result.text ?? "").utf8))
        #expect(
            headers.filter { $0.key.hasPrefix("lambda-") || $0.key == "content-type" } == [
                "lambda-runtime-aws-request-id": invocation.requestID,
                "lambda-runtime-deadline-ms": "1700000020000",
                "lambda-runtime-invoked-function-arn": "arn:aws:lambda:us-east-1:000000000000:function:fn",
                "lambda-runtime-trace-id": invocation.traceID,
                "lambda-runtime-client-context": #"{"client":{}}"#,
                "content-type": "application/json",
            ]
        )
    }

    @Test func `without a client context there is no such header, and a trace is made`() async throws {
        let fixture = try EnvironmentFixture(
            python: "def handle(event, headers): return json.dumps(headers).encode()"
        )
        let text = try #require(try await fixture.runOnce().text)
        #expect(!text.contains("client-context"))
        let trace = #/"Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0"/#
        #expect(text.contains(trace))
    }
}
