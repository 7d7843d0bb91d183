import Foundation
import Testing
import Witnesses

@testable import LocalLambda

/// AWS's own runtime client for Python (`awslambdaric`) on the emulator.
@Suite(.timeLimit(.minutes(2))) struct PythonRuntimeClientTests {
    private func fixture(_ source: String, timeout: Duration = .seconds(20)) throws -> EnvironmentFixture {
        let bootstrap = "#!/bin/sh\nexec \(Python.path) -m awslambdaric $_HANDLER\n"
        return EnvironmentFixture(
            try FunctionFolder(["bootstrap": bootstrap, "app.py": source]),
            timeout: timeout
        )
    }

    @Test func `a function answers twice, and knows its context`() async throws {
        let fixture = try fixture(
            """
            def handler(event, context):
                print("log of", event["n"])
                return {"n": event["n"], "id": context.aws_request_id, "arn": context.invoked_function_arn,
                    "memory": context.memory_limit_in_mb, "name": context.function_name, "text": "naïve 🧩"}
            """
        )
        for number in 1...2 {
            let result = try await fixture.pool.run(#"{"n":\#(number)}"#)
            let answer =
                try JSONSerialization.jsonObject(with: Data((result.text ?? "").utf8)) as? NSDictionary
            let wanted: NSDictionary = [
                "n": number, "id": result.requestID,
                "arn": "arn:aws:lambda:us-east-1:000000000000:function:fn",
                "memory": "512", "name": "fn", "text": "naïve 🧩",
            ]
            #expect(answer == wanted)
        }
        try await fixture.pool.shutDown()
        #expect(fixture.log.lines.filter { $0.hasPrefix("log of") } == ["log of 1", "log of 2"])
    }

    @Test(arguments: ["plain", "naïve – 画像 🧩"])
    func `an exception is told with its type and its text`(text: String) async throws {
        let fixture = try fixture("def handler(event, context): raise KeyError('\(text)')")
        let result = try await fixture.runOnce()
        #expect(result.isFunctionError)
        #expect(try result.error() == ErrorText("KeyError", "'\(text)'"))
    }

    @Test(arguments: [
        ("import nothing_of_that_name", "Runtime.ImportModuleError"),
        ("def handler(", "Runtime.UserCodeSyntaxError"),
        ("x = 1", "Runtime.HandlerNotFound"),
    ])
    func `a module that cannot be loaded is told`(source: String, type: String) async throws {
        let result = try await (fixture(source)).runOnce()
        #expect(result.isFunctionError)
        #expect(try result.error().errorType == type)
    }

    @Test func `a module that fails while it is loaded is told`() async throws {
        let result = try await (fixture("raise ValueError('ünfit')")).runOnce()
        #expect(try result.error() == ErrorText("ValueError", "ünfit"))
    }

    @Test func `a function that takes too long is told`() async throws {
        let fixture = try fixture(
            """
            import signal
            def handler(event, context):
                print("working", flush=True)
                signal.pause()
            """,
            timeout: .seconds(3)
        )
        async let result = fixture.pool.run()
        _ = try await fixture.log.line { $0 == "working" }
        await fixture.clock.advance(by: .seconds(3))
        #expect(try await result.error().errorMessage.hasSuffix("Task timed out after 3.00 seconds"))
        try await fixture.pool.shutDown()
    }

    @Test func `an answer of six mebibytes arrives`() async throws {
        let result = try await (fixture("def handler(event, context): return 'x' * (6 * 1024 * 1024)"))
            .runOnce()
        #expect(!result.isFunctionError)
        #expect(result.text?.utf8.count == 6_291_458)
    }

    @Test func `an answer that is too long is told, though the client gives up on it`() async throws {
        let fixture = try fixture("def handler(event, context): return 'x' * event")
        let result = try await fixture.pool.run("7000000")
        #expect(try result.error().errorType == "Function.ResponseSizeTooLarge")
        #expect(try await fixture.runOnce("1").text == #""x""#)
    }

    @Test func `a function that is killed in the middle is told and replaced`() async throws {
        let fixture = try fixture(
            """
            import os, signal
            def handler(event, context):
                if event == 2: return event
                print(os.getpid(), flush=True)
                signal.pause()
            """
        )
        async let result = fixture.pool.run("1")
        kill(try #require(Int32(try await fixture.log.line { Int32($0) != nil })), SIGKILL)
        #expect(try await result.error().errorMessage.hasSuffix("Runtime exited with error: signal: killed"))
        #expect(try await fixture.runOnce("2").text == "2")
    }
}
