import Foundation
import Testing

@testable import LocalLambda

/// The runtime of the three functions on the emulator, in a process of its own.
@Suite(.timeLimit(.minutes(2))) struct OwnRuntimeTests {
    private struct Context: Decodable {
        let process: Int32
        let requestID: String
        let invokedFunctionARN: String?
        let traceID: String?
        let traceVariable: String?
        let clientContext: String?
        let deadlineMilliseconds: Int64
    }

    private let trickyText = "naïve – 画像 🧩\n\"quoted\"\t\\ and \u{1}"

    private func fixture(_ environment: [String: String] = [:]) throws -> EnvironmentFixture {
        EnvironmentFixture(try FunctionFolder(executable: "ProbeFunction"), environment: environment)
    }

    private func context(_ result: InvocationResult) throws -> Context {
        try JSONDecoder().decode(Context.self, from: Data((result.text ?? "").utf8))
    }

    @Test func `a handler is told what Lambda tells of an invocation`() async throws {
        let fixture = try fixture()
        let invocation = Invocation(
            functionName: "fn",
            payload: Array(#""context""#.utf8),
            clientContext: #"{"custom":{"a":1}}"#,
            traceID: "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Parent=9a9197af755a6419;Sampled=1"
        )
        let told = try context(try await fixture.pool.run(invocation))
        try await fixture.pool.shutDown()
        #expect(told.requestID == invocation.requestID)
        #expect(told.invokedFunctionARN == "arn:aws:lambda:us-east-1:000000000000:function:fn")
        #expect(told.traceID == invocation.traceID)
        #expect(told.traceVariable == invocation.traceID)
        #expect(told.clientContext == invocation.clientContext)
        #expect(told.deadlineMilliseconds == 1_700_000_020_000)
    }

    @Test func `a process stands still in between, and goes on with the same connection`() async throws {
        let fixture = try fixture()
        let first = try context(try await fixture.pool.run(#""context""#))
        try await ProcessState.waitForStop(first.process)
        await fixture.clock.advance(by: .seconds(299))
        let second = try context(try await fixture.pool.run(#""context""#))
        try await fixture.pool.shutDown()
        #expect(second.process == first.process)
        #expect(second.requestID != first.requestID)
        #expect(!fixture.log.lines.contains { $0.contains("no invocation arrived") })
    }

    @Test func `a failure is told with its type and its text, and the process goes on`() async throws {
        let fixture = try fixture()
        let result = try await fixture.pool.run(#""fail""#)
        #expect(result.isFunctionError)
        #expect(try result.error() == ErrorText("Function.BadPicture", trickyText))
        let report = try await fixture.log.line(prefix: "REPORT")
        #expect(report.hasSuffix("Status: error\tError Type: Function.BadPicture"))
        #expect(try await fixture.runOnce("7").text == "7")
        #expect(fixture.log.lines.filter { $0.contains("Init Duration") }.count == 1)
    }

    @Test func `an answer that is too long fails its own invocation only`() async throws {
        let fixture = try fixture()
        let result = try await fixture.pool.run(#""large""#)
        #expect(try result.error().errorType == "Function.ResponseSizeTooLarge")
        #expect(try await fixture.runOnce("7").text == "7")
        #expect(fixture.log.lines.filter { $0.contains("Init Duration") }.count == 1)
        #expect(fixture.log.lines.contains { $0.contains("413") })
    }

    @Test func `a start that fails is told to the first caller`() async throws {
        let result = try await fixture(["PROBE_START": "bad"]).runOnce()
        #expect(result.isFunctionError)
        #expect(try result.error() == ErrorText("Runtime.NoProbe", trickyText))
    }

    @Test func `more invocations than one at a time are answered, each with its own`() async throws {
        let fixture = try fixture()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...20 {
                group.addTask {
                    let result = try await fixture.pool.run("\(number)")
                    #expect(result.text == "\(number)")
                }
            }
            try await group.waitForAll()
        }
        try await fixture.pool.shutDown()
    }
}
