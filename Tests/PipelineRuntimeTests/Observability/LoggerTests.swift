import PipelineRuntime
import Testing

@Suite struct LoggerTests {
    private let output = CollectedLines()

    private func logger(_ variables: [String: String] = [:]) -> Logger {
        Logger(environment: Environment(variables), output: output, clock: FixedClock())
    }

    @Test func `a line is one JSON object with time, level, message and fields`() throws {
        let variables = ["AWS_LAMBDA_FUNCTION_NAME": "rtp-notifier", "AWS_LAMBDA_FUNCTION_VERSION": "7"]
        logger(variables).with(["requestId": "r-1"]).info(
            "mail sent",
            ["bytes": 12, "took": 1.5, "again": false]
        )
        #expect(
            output.lines == [
                #"{"again":false,"bytes":12,"functionName":"rtp-notifier","functionVersion":"7","level":"INFO","#
                    + #""message":"mail sent","requestId":"r-1","timestamp":"2026-01-31T12:00:00.000Z","took":1.5}"#
            ]
        )
    }

    @Test(arguments: ["Text", "text", "TEXT"])
    func `text format is asked for in any case`(format: String) {
        logger(["AWS_LAMBDA_LOG_FORMAT": format]).with(["requestId": "r-1"]).warn(
            "slow\nvery",
            ["b": "x\ty", "a": 1]
        )
        #expect(output.lines == ["2026-01-31T12:00:00.000Z\tWARN\tr-1\tslow\\nvery\ta=1\tb=x\\ty"])
    }

    @Test func `a text line without an invocation says so`() {
        logger(["AWS_LAMBDA_LOG_FORMAT": "text"]).info("starting\u{2028}now\u{85}")
        #expect(output.lines == ["2026-01-31T12:00:00.000Z\tINFO\t-\tstarting\\u{2028}now\\u{0085}"])
    }

    @Test(arguments: ["json", "JSON", "Json", "xml", ""])
    func `every other format is JSON`(format: String) throws {
        logger(["AWS_LAMBDA_LOG_FORMAT": format]).info("x")
        #expect(try JSONObject(parsing: output.lines[0])["message"] == "x")
    }

    @Test(arguments: [
        ("TRACE", 6), ("debug", 5), ("Info", 4), ("warn", 3), ("Warning", 3), ("ERROR", 2), ("fatal", 1),
        ("CRITICAL", 1), ("nonsense", 4), ("", 4),
    ])
    func `lines below the level are not written`(name: String, count: Int) {
        let logger = logger(["AWS_LAMBDA_LOG_LEVEL": name])
        for level in LogLevel.allCases { logger.log(level, "x") }
        #expect(output.lines.count == count)
    }

    @Test func `a message below the level is not even built`() {
        let silent = logger(["AWS_LAMBDA_LOG_LEVEL": "ERROR"])
        func unwanted() -> String {
            Issue.record("the message was built")
            return ""
        }
        silent.info(unwanted(), ["field": .string(unwanted())])
        #expect(output.lines == [])
    }

    @Test(arguments: [
        "a\nb", "tab\t", "nul\u{0}", "bell\u{7}", "é ü 漢 🧩", "\u{2028}\u{2029}", "\u{7F}\u{9B}", "\"\\/",
    ])
    func `any text stays one line and can be read back`(text: String) throws {
        logger().error(text, ["field": .string(text)])
        #expect(output.lines.count == 1)
        #expect(!output.lines[0].contains("\n"))
        let line = try JSONObject(parsing: output.lines[0])
        #expect(line["message"] == .string(text))
        #expect(line["field"] == .string(text))
    }

    @Test func `bytes that are no UTF-8 are repaired`() throws {
        logger().error(String(decoding: [0x61, 0xFF, 0xC3], as: UTF8.self))
        #expect(try JSONObject(parsing: output.lines[0])["message"] == "a\u{FFFD}\u{FFFD}")
    }

    @Test func `a field cannot take the place of the time, the level or the message`() throws {
        logger().info("right", ["message": "wrong", "level": "wrong"])
        let line = try JSONObject(parsing: output.lines[0])
        #expect(line["message"] == "right")
        #expect(line["level"] == "INFO")
        #expect(line["field.message"] == "wrong")
    }

    @Test func `numbers that JSON has no form for become texts`() throws {
        logger().info(
            "x",
            ["nan": .number(.nan), "far": .number(.infinity), "took": .milliseconds(.microseconds(1234))]
        )
        let line = try JSONObject(parsing: output.lines[0])
        #expect(line["nan"] == "nan")
        #expect(line["far"] == "inf")
        #expect(line["took"] == .number(1.234))
    }
}
