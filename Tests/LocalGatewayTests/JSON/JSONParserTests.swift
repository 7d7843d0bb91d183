import Testing

@testable import LocalGateway

struct JSONParserTests {
    @Test(arguments: [
        ("null", "null"), (" true ", "true"), ("false", "false"), ("0", "0"), ("-1.50e+3", "-1.50e+3"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("[]", "[]"), ("[1, [2], {}]", "[1,[2],{}]"), (#"{"b": 1, "a": [true]}"#, #"{"b":1,"a":[true]}"#),
        (#""é\n\"\\\/\u0041\ud83d\ude00\u0001""#, #""é\n\"\\/A😀\u0001""#),
        (#"{"a": 1, "a": 2}"#, #"{"a":2}"#),
    ])
    func `JSON is read and written with its order and digits`(text: String, written: String) throws {
        #expect(try JSONParser.parse(text).text == written)
    }

    @Test(arguments: [
        ("", 0, "a value is missing"), ("nul", 3, "a value is missing"), ("01", 0, "01 is no number"),
        ("[1,]", 3, "a value is missing"), ("[1", 2, "a comma or a closing bracket is missing"),
        ("{1: 2}", 1, "a member's name is missing"), (#"{"a" 1}"#, 5, "a colon is missing"),
        (#"{"a": 1"#, 7, "a comma or a closing brace is missing"), ("1 2", 2, "something follows the value"),
        (#""abc"#, 4, "a string does not end"), ("\"a\nb\"", 2, "a string does not end"),
        (#""\x""#, 3, "a string holds an unknown escape"),
        (#""\u12""#, 6, "an escape has no four hexadecimal digits"),
        (#""\ud800""#, 7, "half of a surrogate pair stands alone"),
        (#""\udc00\udc00""#, 7, "half of a surrogate pair stands alone"),
        (#""\ud800\u0041""#, 13, "half of a surrogate pair stands alone"), ("'a'", 0, "a value is missing"),
    ])
    func `what is no JSON is refused at its byte`(text: String, offset: Int, reason: String) {
        #expect(throws: JSONParseError(offset: offset, reason: reason)) { try JSONParser.parse(text) }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: JSONParseError(offset: 3, reason: "a string is not UTF-8")) {
            try JSONParser.parse([0x22, 0xff, 0x22])
        }
    }

    @Test func `values nested without end are refused`() {
        #expect(throws: JSONParseError.self) { try JSONParser.parse(String(repeating: "[", count: 100_000)) }
    }

    @Test(arguments: [
        ("1", "1.0", true), ("1e2", "100", true), ("0.1", "0.10", true),
        (#"{"a":1,"b":2}"#, #"{"b":2,"a":1.0}"#, true),
        ("1", "\"1\"", false), ("[1,2]", "[2,1]", false), ("0", "false", false),
    ])
    func `values are equal as JSON Schema says`(left: String, right: String, areEqual: Bool) throws {
        #expect(
            try (JSONParser.parse(left).canonicalText == JSONParser.parse(right).canonicalText) == areEqual
        )
    }
}
