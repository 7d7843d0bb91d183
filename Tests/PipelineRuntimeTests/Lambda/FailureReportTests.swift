import Testing

@testable import PipelineRuntime

@Suite struct FailureReportTests {
    private func report(_ message: String, type: FailureType = .function("BadImage")) throws -> HTTPRequest {
        let loop = LoopHarness([.next("r-1"), .error("r-1")], handler: .failing(type, message))
        #expect(loop.run() == .stopped)
        return try #require(loop.api.requests.last)
    }

    @Test func `a report has the shape that AWS documents`() throws {
        let request = try report("truncated")
        #expect(request.headers["Content-Type"] == "application/vnd.aws.lambda.error+json")
        #expect(request.headers["Lambda-Runtime-Function-Error-Type"] == "Function.BadImage")
        let body = try request.json
        #expect(body.names == ["errorMessage", "errorType", "stackTrace"])
        #expect(body["errorMessage"] == "truncated")
        #expect(body["errorType"] == "Function.BadImage")
        guard case .string(let frame) = body["stackTrace"]?[0] else {
            Issue.record("no stack trace")
            return
        }
        #expect(frame.contains("PipelineRuntimeTests/TestHandler.swift:"))
    }

    /// A text that is written out in a test's name only as far as a line can take it.
    struct Message: Sendable, CustomTestStringConvertible, ExpressibleByStringLiteral {
        let text: String
        var testDescription: String { text.prefix(20).debugDescription }

        init(_ text: String) { self.text = text }

        init(stringLiteral value: String) { self.init(value) }
    }

    @Test(arguments: [
        Message(""), "two\nlines\r\n", "é ü 漢 🧩", "\u{0}\u{1}\u{1F}", "\u{7F}\u{80}\u{9F}",
        "\u{2028}\u{2029}\u{FEFF}",
        "\"quoted\" \\ /",
        Message(String(decoding: [0x61, 0xFF, 0xFE, 0xC3, 0x28, 0xED, 0xA0, 0x80], as: UTF8.self)),
        Message(String(repeating: "é\n", count: 100_000)),
    ])
    func `any text is reported as valid JSON and comes out the same`(message: Message) throws {
        let text = message.text
        let request = try report(text)
        #expect(try request.json["errorMessage"] == .string(text))
        let cause = try #require(request.headers["Lambda-Runtime-Function-XRay-Error-Cause"])
        #expect(cause.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "a header takes printable ASCII only")
        #expect(cause.utf8.count < 65_536)
        let message = try JSONObject(parsing: cause)["exceptions"]?[0]?["message"]
        #expect(message == .string(String(text.prefix(2048))))
    }

    @Test func `X-Ray is told the type and the place`() throws {
        let cause = try JSONObject(
            parsing: report("x").headers["Lambda-Runtime-Function-XRay-Error-Cause"] ?? ""
        )
        #expect(cause["working_directory"] == "/var/task")
        #expect(cause["exceptions"]?[0]?["type"] == "Function.BadImage")
        let frame = cause["exceptions"]?[0]?["stack"]?[0]
        #expect(frame?["path"] == "PipelineRuntimeTests/TestHandler.swift")
        #expect(cause["paths"]?[0] == "PipelineRuntimeTests/TestHandler.swift")
    }

    @Test(arguments: [
        (FailureType.function("BadImage"), "Function.BadImage"),
        (.runtime("initError"), "Runtime.InitError"),
        (.function("bad image: 12!"), "Function.Badimage"),
        (.function("Ü"), "Function.Unknown"),
        (.function("x"), "Function.Unknown"),
        (.function(""), "Function.Unknown"),
        (.function("X\r\nInjected: y"), "Function.XInjectedy"),
    ])
    func `a type always has the form that Lambda takes over`(type: FailureType, text: String) throws {
        #expect(type.text == text)
        #expect(try #/(Runtime|Function)\.[A-Z][a-zA-Z]+/#.wholeMatch(in: type.text) != nil)
    }
}
