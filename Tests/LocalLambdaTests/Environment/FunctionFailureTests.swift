import Testing

@testable import LocalLambda

/// What a caller is told, as recorded of the real service.
@Suite(.timeLimit(.minutes(2))) struct FunctionFailureTests {
    private func expect(_ result: InvocationResult, _ type: String, _ message: String) throws {
        #expect(result.isFunctionError)
        #expect(try result.error().without(result.requestID) == ErrorText(type, message))
    }

    @Test(arguments: ["plain", "naïve – 画像 🧩", "two\nlines\t\"quoted\" \\ and \u{1}"])
    func `an error that the function reports is passed on as it is`(text: String) async throws {
        let fixture = try EnvironmentFixture(
            python: "def handle(event, headers): raise ValueError(json.loads(event))"
        )
        let result = try await fixture.runOnce(String(decoding: [UInt8].json(text), as: UTF8.self))
        try expect(result, "ValueError", text)
    }

    @Test func `an error without a document is made of its header`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                def handle(event, headers):
                    id = headers["lambda-runtime-aws-request-id"]
                    type = {"Lambda-Runtime-Function-Error-Type": "Function.NoMemory"}
                    call("POST", api + "invocation/" + id + "/error", b"", type)
                    signal.pause()
                """
        )
        #expect(try await fixture.runOnce().error().errorType == "Function.NoMemory")
    }

    @Test(arguments: [
        ("os._exit(0)", "Runtime exited without providing a reason"),
        ("os._exit(7)", "Runtime exited with error: exit status 7"),
        ("os.kill(os.getpid(), signal.SIGKILL)", "Runtime exited with error: signal: killed"),
        ("os.kill(os.getpid(), signal.SIGSEGV)", "Runtime exited with error: signal: segmentation fault"),
    ])
    func `a process that ends during an invocation fails it and is replaced`(
        ending: String,
        reason: String
    ) async throws {
        let fixture = try EnvironmentFixture(
            python: """
                def handle(event, headers):
                    if event == b"1": \(ending)
                    return event
                """
        )
        try await expect(fixture.pool.run("1"), "Runtime.ExitError", "RequestId: <id> Error: \(reason)")
        let report = try await fixture.log.line(prefix: "REPORT")
        #expect(report.hasSuffix("Status: error\tError Type: Runtime.ExitError"))
        #expect(try await fixture.runOnce("2").text == "2")
    }

    @Test(arguments: [
        ("exit 0", "Runtime exited without providing a reason"),
        ("exit 127", "Runtime exited with error: exit status 127"),
        ("kill -ABRT $$", "Runtime exited with error: signal: aborted"),
    ])
    func `a process that ends before it asks for work fails the first invocation`(
        script: String,
        reason: String
    ) async throws {
        let fixture = try EnvironmentFixture(shell: script)
        try await expect(fixture.runOnce(), "Runtime.ExitError", "RequestId: <id> Error: \(reason)")
        #expect(fixture.log.lines.contains { $0.hasPrefix("INIT_REPORT Init Duration: ") })
    }

    @Test func `an error while starting is told to the first caller, and the next one gets a new process`()
        async throws
    {
        let fixture = try EnvironmentFixture(
            python: """
                if not os.path.exists("second"):
                    open("second", "w").close()
                    document = json.dumps({"errorType": "ImportError", "errorMessage": "é", "stackTrace": []})
                    print(call("POST", api + "init/error", document.encode())[0], flush=True)
                    signal.pause()
                def handle(event, headers): return event
                """
        )
        let first = try await fixture.pool.run("1")
        try expect(first, "ImportError", "é")
        #expect(try await fixture.runOnce("2").text == "2")
    }

    @Test func `a function that takes too long is ended and replaced`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                def handle(event, headers):
                    if event != b"1": return event
                    print(os.getpid(), flush=True)
                    signal.pause()
                """,
            timeout: .milliseconds(1_500)
        )
        async let result = fixture.pool.run("1")
        let process = try #require(Int32(try await fixture.log.line { Int32($0) != nil }))
        await fixture.clock.advance(by: .milliseconds(1_500))
        try expect(
            try await result,
            "Sandbox.Timedout",
            "RequestId: <id> Error: Task timed out after 1.50 seconds"
        )
        try await ProcessState.waitForEnd(process)
        let report = try await fixture.log.line(prefix: "REPORT")
        #expect(report.contains("\tDuration: 1500.00 ms\tBilled Duration: 1500 ms\t"))
        #expect(report.hasSuffix("\tStatus: timeout"))
        #expect(fixture.log.lines.contains { $0.hasSuffix(" Task timed out after 1.50 seconds") })
        #expect(try await fixture.runOnce("2").text == "2")
        #expect(ProcessState.letter(process) == nil)
    }

    @Test func `a function that starts too slowly is started once more, within its timeout`() async throws {
        let shell = "echo starting; exec tail -f /dev/null"
        let fixture = try EnvironmentFixture(shell: shell, timeout: .seconds(2))
        async let result = fixture.pool.run()
        try await fixture.log.count(1) { $0 == "starting" }
        await fixture.clock.advance(by: .seconds(10))
        try await fixture.log.count(2) { $0 == "starting" }
        await fixture.clock.advance(by: .seconds(2))
        try expect(
            try await result,
            "Sandbox.Timedout",
            "RequestId: <id> Error: Task timed out after 2.00 seconds"
        )
        try await fixture.pool.shutDown()
        #expect(
            fixture.log.lines.filter { $0.hasPrefix("INIT_REPORT") } == [
                "INIT_REPORT Init Duration: 10000.00 ms\tPhase: init\tStatus: timeout",
                "INIT_REPORT Init Duration: 2000.00 ms\tPhase: invoke\tStatus: timeout",
            ]
        )
    }

    @Test func `what was answered is no failure when everything ends before the runtime asks again`()
        async throws
    {
        let fixture = try EnvironmentFixture(
            python: """
                def handle(event, headers):
                    id = headers["lambda-runtime-aws-request-id"]
                    call("POST", api + "invocation/" + id + "/response", event)
                    signal.pause()
                """
        )
        #expect(try await fixture.runOnce("1").text == "1")
        let report = try await fixture.log.line(prefix: "REPORT")
        #expect(!report.contains("Status"))
    }

    @Test func `a process that ends after its answer has answered`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                def handle(event, headers):
                    id = headers["lambda-runtime-aws-request-id"]
                    call("POST", api + "invocation/" + id + "/response", event)
                    os._exit(1)
                """
        )
        #expect(try await fixture.pool.run("1").text == "1")
        #expect(try await fixture.runOnce("2").text == "2")
    }
}
