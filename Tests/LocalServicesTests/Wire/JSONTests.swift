import Testing

@testable import LocalServices

@Suite struct JSONTests {
    @Test(arguments: [
        ("{}", "{}"), (" [ ] ", "[]"), ("null", "null"), ("[true,false,null]", "[true,false,null]"),
        (#"{"a":1,"b":[-0,1.50,2e3,1E-2]}"#, #"{"a":1,"b":[-0,1.50,2e3,1E-2]}"#),
        (#""\u00e9\n\t\"\\\/\ud83d\ude00""#, "\"é\\n\\t\\\"\\\\/😀\""),
        (#"{"a":{"b":[{}]}}"#, #"{"a":{"b":[{}]}}"#),
        (#""\u0001""#, #""\u0001""#), ("\"é😀\"", "\"é😀\""), (#""abc\ndef""#, #""abc\ndef""#),
        (#"{"a\u0062":1}"#, #"{"ab":1}"#),
    ])
    func `a text is read and written again`(input: String, output: String) throws {
        let value = try JSONReader.read(Array(input.utf8))
        #expect(String(decoding: JSONWriter.write(value), as: UTF8.self) == output)
    }

    @Test(arguments: [
        "", " ", "{", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "01", "1.", ".5", "1e", "+1", "tru", "nul",
        "\"abc",
        "\"\\x\"", "\"\\u12\"", "\"\\u+123\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\\udc00\"",
        "\"\u{1}\"",
        "[1] 2", "{\"a\":1,}", "[", "\"\\", "nan", "'a'",
    ])
    func `a malformed text is refused`(input: String) {
        #expect(throws: WireError.self) { try JSONReader.read(Array(input.utf8)) }
    }

    @Test func `every prefix of a text is refused`() {
        let text = Array(#"{"a":[1,true,null,"x\u00e9"],"b":{"c":-1.5e3}}"#.utf8)
        for count in 0..<text.count {
            #expect(throws: WireError.self) { try JSONReader.read(Array(text.prefix(count))) }
        }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: WireError.self) { try JSONReader.read([0x22, 0xFF, 0x22]) }
        #expect(throws: WireError.self) { try JSONReader.read([0x22, 0x5C, 0x6E, 0xC3, 0x22]) }
    }

    @Test func `nesting that is too deep is refused`() {
        let text = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        #expect(throws: WireError.self) { try JSONReader.read(Array(text.utf8)) }
    }

    @Test func `of a name that occurs twice the last value counts`() throws {
        let value = try JSONReader.read(Array(#"{"a":1,"a":2}"#.utf8))
        #expect(value.object?["a"] == .number("2"))
    }
}
