import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct MemoryLimitTests {
    private let killed = "Runtime exited with error: signal: killed"

    @Test func `a function beyond its memory is ended while it runs`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                def handle(event, headers):
                    hold = bytearray(100 << 20)
                    print("full", flush=True)
                    signal.pause()
                """,
            memoryMegabytes: 64
        )
        async let result = fixture.pool.run()
        _ = try await fixture.log.line { $0 == "full" }
        await fixture.clock.advance(by: LambdaSettings().memorySamplingInterval)
        #expect(try await result.error().errorType == "Runtime.ExitError")
        #expect(try await result.error().errorMessage.hasSuffix(killed))
        let report = try await fixture.log.line(prefix: "REPORT")
        #expect(
            report.hasSuffix(
                "Max Memory Used: 64 MB\tInit Duration: 0.00 ms\tStatus: error\tError Type: Runtime.OutOfMemory"
            )
        )
        try await fixture.pool.shutDown()
    }

    @Test func `memory that was given back before anyone looked counts`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                def handle(event, headers):
                    hold = bytearray(100 << 20)
                    hold = None
                    return event
                """,
            memoryMegabytes: 64
        )
        let result = try await fixture.runOnce()
        #expect(result.isFunctionError)
        #expect(try result.error().errorMessage.hasSuffix(killed))
    }

    @Test func `memory of a child counts`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                import subprocess
                def handle(event, headers):
                    code = "import signal; hold = bytearray(100 << 20); print('full', flush=True); signal.pause()"
                    subprocess.run([sys.executable, "-c", code])
                """,
            memoryMegabytes: 64
        )
        async let result = fixture.pool.run()
        _ = try await fixture.log.line { $0 == "full" }
        await fixture.clock.advance(by: LambdaSettings().memorySamplingInterval)
        #expect(try await result.error().errorMessage.hasSuffix(killed))
        try await fixture.pool.shutDown()
    }

    @Test func `memory within the limit is reported`() async throws {
        let fixture = try EnvironmentFixture(
            python: "def handle(event, headers): return event",
            memoryMegabytes: 200
        )
        _ = try await fixture.pool.run()
        let report = try await fixture.log.line(prefix: "REPORT")
        let used = try #require(report.firstMatch(of: #/Memory Size: 200 MB\tMax Memory Used: ([0-9]+) MB/#))
        #expect((4...100).contains(try #require(Int(used.1))))
        try await fixture.pool.shutDown()
    }
}
