import LocalJSON
import Testing

@Suite struct `Reading JSON` {
    /// What a text says, written out again.
    private struct Echo: JSONReadable, Equatable {
        let text: String

        static let null = Echo(text: "null")
        static func bool(_ flag: Bool) -> Echo { Echo(text: "\(flag)") }
        static func number(_ text: String) -> Echo { Echo(text: text) }
        static func string(_ text: String) -> Echo { Echo(text: "‹\(text)›") }
        static func array(_ elements: [Echo]) -> Echo {
            Echo(text: "[\(elements.map(\.text).joined(separator: ","))]")
        }
        static func object(named members: [(name: String, value: Echo)]) -> Echo {
            Echo(text: "{\(members.map { "\($0.name)=\($0.value.text)" }.joined(separator: ","))}")
        }
    }

    private func read(_ text: String) throws(JSONSyntaxError) -> String {
        let echo: Echo = try JSONReader.read(Array(text.utf8))
        return echo.text
    }

    @Test(arguments: [
        ("null", "null"), (" true ", "true"), ("\tfalse\r\n", "false"), ("0", "0"), ("-0", "-0"),
        ("[-0,1.50,2e3,1E-2,1e+9]", "[-0,1.50,2e3,1E-2,1e+9]"), ("-1.50e+3", "-1.50e+3"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("[]", "[]"), (" [ ] ", "[]"), ("{ }", "{}"), ("[1, [2], {}]", "[1,[2],{}]"),
        (#"{"b": 1, "a": [true], "b" : null}"#, "{b=1,a=[true],b=null}"), (#"{"a\u0062":1}"#, "{ab=1}"),
        (#""\u00e9\n\"\\\/\b\f\t\r""#, "‹é\n\"\\/\u{8}\u{c}\t\r›"),
        (#""\ud83d\ude00x\uD83D\uDE00""#, "‹😀x😀›"),
        (#""\u0001""#, "‹\u{1}›"), ("\"é😀\"", "‹é😀›"), (#""a\u0301""#, "‹a\u{301}›"), (#""""#, "‹›"),
    ])
    func `values come with their order and digits`(text: String, meaning: String) throws {
        #expect(try read(text) == meaning)
    }

    @Test(arguments: [
        ("", 0, "a value is missing"), (" ", 1, "a value is missing"), ("nul", 3, "a value is missing"),
        ("nan", 1, "a value is missing"), ("'a'", 0, "a value is missing"), ("01", 0, "01 is no number"),
        ("1.", 0, "1. is no number"), (".5", 0, ".5 is no number"), ("1e", 0, "1e is no number"),
        ("+1", 0, "+1 is no number"), ("[-]", 1, "- is no number"), ("1-2", 0, "1-2 is no number"),
        ("[1,]", 3, "a value is missing"), ("[", 1, "a value is missing"),
        ("[1", 2, "a comma or a closing bracket is missing"), ("{1: 2}", 1, "a member's name is missing"),
        ("{a:1}", 1, "a member's name is missing"), (#"{"a":1,}"#, 7, "a member's name is missing"),
        (#"{"a" 1}"#, 5, "a colon is missing"), (#"{"a"}"#, 4, "a colon is missing"),
        (#"{"a": 1"#, 7, "a comma or a closing brace is missing"), ("1 2", 2, "something follows the value"),
        ("[1] 2", 4, "something follows the value"), (#""abc"#, 4, "a string does not end"),
        ("\"a\nb\"", 2, "a string does not end"), ("\"\u{1}\"", 1, "a string does not end"),
        (#""\x""#, 3, "a string holds an unknown escape"), (#""\"#, 3, "a string holds an unknown escape"),
        (#""\u12""#, 5, "an escape has no four hexadecimal digits"),
        (#""\u+123""#, 3, "an escape has no four hexadecimal digits"),
        (#""\ud800""#, 7, "half of a surrogate pair stands alone"),
        (#""\udc00\udc00""#, 7, "half of a surrogate pair stands alone"),
        (#""\ud800\u0041""#, 13, "half of a surrogate pair stands alone"),
        (#""\ud800\n""#, 8, "half of a surrogate pair stands alone"),
    ])
    func `what is no JSON is refused at its byte`(text: String, offset: Int, reason: String) {
        #expect(throws: JSONSyntaxError(offset: offset, reason: reason)) { try read(text) }
    }

    @Test func `every prefix of a text is refused`() {
        let text = Array(#"{"a":[1,true,null,"x\u00e9"],"b":{"c":-1.5e3}}"#.utf8)
        for count in 0..<text.count {
            #expect(throws: JSONSyntaxError.self) {
                let _: Echo = try JSONReader.read(Array(text.prefix(count)))
            }
        }
    }

    @Test(arguments: [[0x22, 0xFF, 0x22], [0x22, 0x5C, 0x6E, 0xC3, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22]])
    func `bytes that are no UTF-8 are refused`(bytes: [UInt8]) {
        #expect(throws: JSONSyntaxError(offset: bytes.count, reason: "a string is not UTF-8")) {
            let _: Echo = try JSONReader.read(bytes)
        }
    }

    @Test func `values are nested to a limit`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(try read(nested(256)) == nested(256))
        let error = JSONSyntaxError(offset: 256, reason: "values are nested too deep")
        #expect(throws: error) { try read(nested(257)) }
        #expect(throws: error) { try read(String(repeating: "[", count: 100_000)) }
    }
}
