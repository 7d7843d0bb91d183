import PipelineRuntime
import Testing

@Suite struct SettingsReaderTests {
    private func read<Value>(
        _ variables: [String: String],
        _ body: (inout SettingsReader) -> Value
    ) throws(SettingsError) -> Value {
        try SettingsReader.read(Environment(variables), body)
    }

    private struct Values: Equatable {
        var bucket = "b"
        var limit = 3
        var lifetime = Duration.seconds(9)
        var regions: [String] = []
        var isDebugging = true
        var api = "http://localhost"
        var format = LogFormat.json
    }

    private func values(_ variables: [String: String]) throws(SettingsError) -> Values {
        let defaults = Values()
        return try read(variables) { reader in
            Values(
                bucket: reader.string("BUCKET", for: "the bucket", default: defaults.bucket),
                limit: reader.integer("LIMIT", in: 1...12, default: defaults.limit),
                lifetime: reader.seconds("LIFETIME", in: 0...60, default: defaults.lifetime),
                regions: reader.list("REGIONS", for: "regions", default: defaults.regions),
                isDebugging: reader.flag("DEBUG", default: defaults.isDebugging),
                api: reader.url("API", for: "the API", default: defaults.api),
                format: reader.choice("FORMAT", default: defaults.format)
            )
        }
    }

    @Test func `values are read by type`() throws {
        let read = try values([
            "BUCKET": "rtp-request-files", "LIMIT": "12", "LIFETIME": "1.5", "REGIONS": " eu, us ,,",
            "DEBUG": "Off",
            "API": "https://api.example.com/v1", "FORMAT": "text",
        ])
        let expected = Values(
            bucket: "rtp-request-files",
            limit: 12,
            lifetime: .milliseconds(1500),
            regions: ["eu", "us"],
            isDebugging: false,
            api: "https://api.example.com/v1",
            format: .text
        )
        #expect(read == expected)
    }

    @Test(arguments: [[:], ["BUCKET": "", "LIMIT": "", "DEBUG": "", "REGIONS": "", "API": "", "FORMAT": ""]])
    func `defaults stand in for what is absent or empty`(variables: [String: String]) throws {
        #expect(try values(variables) == Values())
    }

    @Test(arguments: ["1", "TRUE", "yes", "On"], ["0", "False", "no", "OFF"])
    func `a flag is written in many ways`(yes: String, no: String) throws {
        #expect(try read(["DEBUG": yes]) { $0.flag("DEBUG") })
        #expect(try !read(["DEBUG": no]) { $0.flag("DEBUG") })
    }

    @Test func `a secret is read but never quoted, and may not be absent`() throws {
        #expect(try read(["KEY": "k"]) { $0.secret("KEY", for: "the key") } == "k")
        #expect(throws: SettingsError([SettingsProblem("KEY", "KEY is not set: set it to the key")])) {
            try read([:]) { $0.secret("KEY", for: "the key") }
        }
    }

    @Test func `a text without a default may be absent`() throws {
        #expect(try read([:]) { $0.optionalString("NONE") } == nil)
        #expect(try read(["SOME": "x"]) { $0.optionalString("SOME") } == "x")
    }

    @Test func `all problems are reported at once, in order, with what to do`() {
        let error = #expect(throws: SettingsError.self) {
            try read(["LIMIT": "12k", "DEBUG": "perhaps", "FORMAT": "xml", "API": "ftp://host"]) { reader in
                _ = reader.string("BUCKET", for: "the bucket of the uploads")
                _ = reader.integer("LIMIT", in: 1...50)
                _ = reader.flag("DEBUG")
                _ = reader.choice("FORMAT", default: LogFormat.json)
                _ = reader.url("API", for: "the API's address")
                reader.reject("LIMIT", "contradicts FLOOR: lower one of them")
            }
        }
        #expect(
            error?.description == """
                BUCKET is not set: set it to the bucket of the uploads
                LIMIT is "12k": set it to a whole number from 1 to 50
                DEBUG is "perhaps": set it to true or false
                FORMAT is "xml": set it to one of JSON, Text
                API is "ftp://host": set it to the API's address, as http://… or https://…
                LIMIT contradicts FLOOR: lower one of them
                """
        )
    }

    @Test(arguments: ["0", "10", "", " 5", "5.0", "0x5", "99999999999999999999", "٥"])
    func `a number out of range or form is refused`(text: String) {
        #expect(throws: SettingsError.self) {
            try read(["LIMIT": text]) { $0.integer("LIMIT", in: 1...9) }
        }
    }

    @Test(arguments: ["-1", "61", "nan", "inf", "1s", "1,5"])
    func `a length of time out of range or form is refused`(text: String) {
        #expect(throws: SettingsError.self) {
            try read(["WAIT": text]) { $0.seconds("WAIT", in: 0...60) }
        }
    }

    @Test(arguments: [
        "http://", "http://:80", "https:///path", "example.com", "http://a b", "http://exa\nmple",
    ])
    func `a text that is no absolute URL is refused`(text: String) {
        #expect(throws: SettingsError.self) {
            try read(["API": text]) { $0.url("API", for: "the API") }
        }
    }

    @Test func `a wrong value is quoted on one line and cut`() {
        let error = #expect(throws: SettingsError.self) {
            try read(["LIMIT": "1\n2" + String(repeating: "9", count: 200)]) {
                $0.integer("LIMIT", in: 1...9)
            }
        }
        let text = error?.problems.first?.text ?? ""
        #expect(text.hasPrefix("LIMIT is \"1\\n29999"))
        #expect(text.contains("…"))
        #expect(text.count < 160)
    }

    @Test func `a list of nothing but commas is refused`() {
        #expect(throws: SettingsError.self) {
            try read(["REGIONS": " , ,"]) { $0.list("REGIONS", for: "regions", default: ["eu"]) }
        }
    }

    @Test func `the process's environment is read`() {
        #expect(Environment.ofProcess()["PATH"] != nil)
    }
}
