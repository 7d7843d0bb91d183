import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct ExtensionTests {
    /// Registers as runtimes do that want to hear `SIGTERM`.
    ///
    /// The thread that waits blocks the signal: Python handles signals in its main thread, which one that another thread
    /// takes does not wake.
    private let register = """
        headers = show("POST", "/2020-01-01/extension/register", b'{"events":[]}', {"Lambda-Extension-Name": "term"})
        id = headers["Lambda-Extension-Identifier"]
        import threading
        def wait():
            signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
            call("GET", "/2020-01-01/extension/event/next", None, {"Lambda-Extension-Identifier": id})
        threading.Thread(target=wait, daemon=True).start()

        """

    private let handler = "def handle(event, headers): return event\n"

    @Test func `a runtime with an extension is told to end before it is ended`() async throws {
        let fixture = try EnvironmentFixture(
            python: register + """
                def leave(*_):
                    print("leaving", flush=True)
                    os._exit(0)
                signal.signal(signal.SIGTERM, leave)

                """ + handler
        )
        #expect(try await fixture.pool.run("1").text == "1")
        try await fixture.pool.shutDown()
        #expect(
            fixture.log.lines.first
                == #"200 {"functionName":"fn","functionVersion":"$LATEST","handler":"app.handler"}"#
        )
        #expect(fixture.log.lines.last == "leaving")
    }

    @Test func `a runtime that does not heed is ended after half a second`() async throws {
        let fixture = try EnvironmentFixture(
            python: register + """
                def stay(*_): print("staying", flush=True)
                signal.signal(signal.SIGTERM, stay)

                """ + handler
        )
        #expect(try await fixture.pool.run("1").text == "1")
        async let end: Void = fixture.pool.shutDown()
        _ = try await fixture.log.line { $0 == "staying" }
        await fixture.clock.advance(by: .milliseconds(500))
        try await end
    }

    @Test func `a runtime without an extension is ended at once`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                def leave(*_): print("leaving", flush=True)
                signal.signal(signal.SIGTERM, leave)

                """ + handler
        )
        #expect(try await fixture.runOnce("1").text == "1")
        #expect(!fixture.log.lines.contains("leaving"))
    }

    @Test func `an extension that wants to is told of invocations`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                headers = show(
                    "POST", "/2020-01-01/extension/register", b'{"events":["INVOKE"]}', {"Lambda-Extension-Name": "all"})
                import threading
                told = threading.Event()
                def wait():
                    show("GET", "/2020-01-01/extension/event/next", None,
                        {"Lambda-Extension-Identifier": headers["Lambda-Extension-Identifier"]})
                    told.set()
                threading.Thread(target=wait, daemon=True).start()
                # Whoever answered first would be frozen before the thread could ask.
                def handle(event, headers):
                    told.wait()
                    return event
                """
        )
        async let result = fixture.pool.run("1")
        let event = try await fixture.log.line { $0.contains("INVOKE") }
        #expect(
            event.contains(#"{"deadlineMs":1700000020000,"eventType":"INVOKE","invokedFunctionArn":"arn:"#)
        )
        #expect(try await result.text == "1")
        try await fixture.pool.shutDown()
    }
}
