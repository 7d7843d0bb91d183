import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct LargeResponseTests {
    private let repeatEvent = "def handle(event, headers): return b'x' * int(event)"

    @Test func `an answer of six mebibytes and a hundred bytes arrives whole`() async throws {
        let result = try await (EnvironmentFixture(python: repeatEvent)).runOnce("6291556")
        #expect(!result.isFunctionError)
        #expect(result.text?.utf8.count == 6_291_556)
    }

    @Test func `a longer answer fails the invocation, and the process goes on`() async throws {
        let fixture = try EnvironmentFixture(python: repeatEvent)
        let result = try await fixture.pool.run("6291557")
        #expect(result.isFunctionError)
        let wanted = ErrorText(
            "Function.ResponseSizeTooLarge",
            "Response payload size exceeded maximum allowed payload size (6291556 bytes)."
        )
        #expect(try result.error() == wanted)
        #expect(try await fixture.runOnce("3").text == "xxx")
        #expect(fixture.log.lines.filter { $0.contains("Init Duration") }.count == 1)
    }

    @Test func `a streamed answer is collected`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                def handle(event, headers):
                    id = headers["lambda-runtime-aws-request-id"]
                    stream = connect()
                    mode = {"Lambda-Runtime-Function-Response-Mode": "streaming", "Transfer-Encoding": "chunked"}
                    parts = iter([b"one ", b"two ", b"three"])
                    stream.request("POST", api + "invocation/" + id + "/response", parts, mode, encode_chunked=True)
                    stream.getresponse().read()
                    call("GET", api + "invocation/next")
                """
        )
        #expect(try await fixture.runOnce().text == "one two three")
    }

    @Test func `an answer in an unknown mode fails the invocation`() async throws {
        let fixture = try EnvironmentFixture(
            python: """
                def handle(event, headers):
                    id = headers["lambda-runtime-aws-request-id"]
                    mode = {"Lambda-Runtime-Function-Response-Mode": "backwards"}
                    call("POST", api + "invocation/" + id + "/response", b"1", mode)
                    return b"2"
                """
        )
        #expect(try await fixture.runOnce().error().errorType == "Runtime.InvalidResponseModeHeader")
    }
}
