import Foundation
import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct FunctionPoolTests {
    private let answerWithProcess = "def handle(event, headers): return b'%d' % os.getpid()"

    private func process(_ result: InvocationResult) throws -> Int32 {
        try #require(Int32(result.text ?? ""))
    }

    @Test func `a function is asked again in the same process, which stands still in between`() async throws {
        let fixture = try EnvironmentFixture(python: answerWithProcess)
        let first = try await process(fixture.pool.run())
        try await ProcessState.waitForStop(first)
        #expect(try await process(fixture.pool.run()) == first)
        try await ProcessState.waitForStop(first)
        try await fixture.pool.shutDown()
        #expect(ProcessState.letter(first) == nil)
    }

    @Test func `a function that waits too long for work is ended`() async throws {
        let fixture = try EnvironmentFixture(python: answerWithProcess)
        let first = try await process(fixture.pool.run())
        try await ProcessState.waitForStop(first)
        await fixture.clock.advance(by: .seconds(299))
        #expect(ProcessState.letter(first) == "T")
        await fixture.clock.advance(by: .seconds(1))
        try await ProcessState.waitForEnd(first)
        #expect(try await process(fixture.runOnce()) != first)
        #expect(ProcessState.letter(first) == nil)
    }

    @Test func `a process that was killed while it stood still costs no invocation`() async throws {
        let fixture = try EnvironmentFixture(python: answerWithProcess)
        let first = try await process(fixture.pool.run())
        try await ProcessState.waitForStop(first)
        kill(first, SIGKILL)
        try await ProcessState.waitForEnd(first)
        #expect(try await process(fixture.runOnce()) != first)
    }

    @Test func `invocations at the same time get a process each`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                def handle(event, headers):
                    print("here", flush=True)
                    fcntl.flock(open("gate"), fcntl.LOCK_SH)
                    return b'%d' % os.getpid()
                """
        )
        let gate = try Gate(in: fixture.folder)
        async let first = fixture.pool.run("1")
        async let second = fixture.pool.run("2")
        try await fixture.log.count(2) { $0 == "here" }
        gate.open()
        #expect(try await process(first) != process(second))
        try await fixture.pool.shutDown()
    }

    @Test func `event sources take turns where there are fewer processes than invocations`() async throws {
        var settings = LambdaSettings()
        settings.environmentsPerFunction = 1
        let python =
            "def handle(event, headers):\n    print('got ' + event.decode(), flush=True)\n    return b''"
        let fixture = EnvironmentFixture(try FunctionFolder(python: python), settings: settings)
        for (payload, source) in [
            ("a1", "a"), ("a2", "a"), ("a3", "a"), ("b1", "b"), ("a4", "a"), ("b2", "b"),
        ] {
            fixture.pool.invoke(Invocation(functionName: "fn", payload: Array(payload.utf8), source: source))
            { _ in }
        }
        try await fixture.log.count(6) { $0.hasPrefix("got ") }
        let order = fixture.log.lines.filter { $0.hasPrefix("got ") }
        #expect(order == ["got a1", "got b1", "got a2", "got b2", "got a3", "got a4"])
        try await fixture.pool.shutDown()
    }

    @Test func `more invocations than processes wait their turn`() async throws {
        var settings = LambdaSettings()
        settings.environmentsPerFunction = 2
        let fixture = EnvironmentFixture(try FunctionFolder(python: answerWithProcess), settings: settings)
        let processes = try await withThrowingTaskGroup(of: Int32.self) { group in
            for _ in 0..<12 { group.addTask { try await process(fixture.pool.run()) } }
            return try await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect((1...2).contains(processes.count))
        try await fixture.pool.shutDown()
    }

    @Test func `reserved concurrency throttles what goes beyond it`() async throws {
        let folder = try FunctionFolder(
            python: """
                def handle(event, headers):
                    fcntl.flock(open("gate"), fcntl.LOCK_SH)
                    return event
                """
        )
        let fixture = EnvironmentFixture(folder, maximumConcurrency: 1)
        let gate = try Gate(in: folder)
        async let running = fixture.pool.run("1")
        _ = try await fixture.log.line(prefix: "START")
        #expect(try await fixture.pool.run("2").outcome == .throttled)
        gate.open()
        #expect(try await running.text == "1")
        _ = try await fixture.log.line(prefix: "REPORT")
        #expect(try await fixture.runOnce("3").text == "3")
    }

    @Test func `a reserved concurrency of zero runs nothing`() async throws {
        let fixture = EnvironmentFixture(try FunctionFolder(python: answerWithProcess), maximumConcurrency: 0)
        #expect(try await fixture.runOnce().outcome == .throttled)
    }

    @Test func `a function that nobody defined is unknown`() async throws {
        let pool = FunctionPool([])
        #expect(try await pool.run().outcome == .unknownFunction)
        try await pool.shutDown()
    }

    @Test func `a pool that was shut down runs nothing`() async throws {
        let fixture = try EnvironmentFixture(python: answerWithProcess)
        try await fixture.pool.shutDown()
        #expect(try await fixture.pool.run().outcome == .throttled)
    }
}
