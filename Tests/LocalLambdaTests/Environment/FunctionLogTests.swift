import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct FunctionLogTests {
    private let chatty = """
        def handle(event, headers):
            print("to standard output", flush=True)
            print('{"level":"INFO","message":"ünï"}', flush=True)
            sys.stderr.write("without an end")
            sys.stderr.flush()
            return event
        """

    @Test func `an invocation is framed by the lines of the platform`() async throws {
        let fixture = try EnvironmentFixture(python: chatty)
        let result = try await fixture.runOnce()
        let id = result.requestID
        let lines = fixture.log.lines
        #expect(lines.first == "START RequestId: \(id) Version: $LATEST")
        #expect(lines.contains(#"{"level":"INFO","message":"ünï"}"#))
        let end = try #require(lines.firstIndex(of: "END RequestId: \(id)"))
        #expect(try #require(lines.firstIndex(of: "to standard output")) < end)
        let report =
            #/REPORT RequestId: (.+)\tDuration: 0\.00 ms\tBilled Duration: 0 ms\tMemory Size: 512 MB\tMax Memory Used: \d+ MB\tInit Duration: 0\.00 ms/#
        #expect(try report.wholeMatch(in: lines[end + 1])?.1 == id[...])
        #expect(lines.last == "without an end")
    }

    @Test func `a caller who wants it gets the end of the log`() async throws {
        let fixture = try EnvironmentFixture(python: chatty)
        let result = try await fixture.pool.run("1", wantsLogTail: true)
        try await fixture.pool.shutDown()
        let tail = String(decoding: result.logTail, as: UTF8.self)
        #expect(tail.hasPrefix("START RequestId: \(result.requestID)"))
        #expect(tail.contains("\nto standard output\n"))
        #expect(tail.contains("\nREPORT RequestId: \(result.requestID)"))
        #expect(result.text == "1")
    }

    @Test func `the end of a long log is its last four kibibytes`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                def handle(event, headers):
                    for number in range(1000): print("line", number)
                    sys.stdout.flush()
                    return event
                """
        )
        let result = try await fixture.pool.run(wantsLogTail: true)
        try await fixture.pool.shutDown()
        #expect(result.logTail.count == 4_096)
        #expect(String(decoding: result.logTail, as: UTF8.self).contains("line 999\nEND"))
    }

    @Test func `a caller who does not want it gets no log`() async throws {
        let fixture = try EnvironmentFixture(python: chatty)
        #expect(try await fixture.runOnce().logTail.isEmpty)
    }

    @Test(arguments: [
        ("plain", "fn | plain\n"), (#"{"a":1}"#, #"{"a":1}"# + "\n"), ("{open", "fn | {open\n"),
        ("", "fn | \n"),
    ])
    func `a record is printed as it is, another line with its function's name`(line: String, output: String) {
        #expect(
            String(decoding: StandardOutputLog.format(Array(line.utf8), function: "fn"), as: UTF8.self)
                == output
        )
    }
}
