import Testing

@testable import LocalGateway

@Suite struct `JSON in the gateway` {
    @Test(arguments: [
        ("[1, [2], {}, null, true]", "[1,[2],{},null,true]"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        (#"{"b": 1, "a": [true]}"#, #"{"b":1,"a":[true]}"#),
        (#""é\n\"\\\/\u0041\ud83d\ude00\u0001""#, #""é\n\"\\/A😀\u0001""#),
        (#"{"a": 1, "b": 0, "a": 2}"#, #"{"a":2,"b":0}"#),
    ])
    func `is read and written with its order and digits`(text: String, written: String) throws {
        #expect(try JSONValue(json: text).text == written)
    }

    @Test(arguments: [
        ("1", "1.0", true), ("1e2", "100", true), ("0.1", "0.10", true),
        (#"{"a":1,"b":2}"#, #"{"b":2,"a":1.0}"#, true),
        ("1", "\"1\"", false), ("[1,2]", "[2,1]", false), ("0", "false", false),
    ])
    func `has equal values as JSON Schema says`(left: String, right: String, areEqual: Bool) throws {
        #expect(try (JSONValue(json: left).canonicalText == JSONValue(json: right).canonicalText) == areEqual)
    }

    @Test(arguments: [
        (#"{"a": 1, "b": 0, "a": 2}"#, ["/a"]), (#"{"a": 1, "a": 2, "a": 3}"#, ["/a"]), ("[1, 1]", []),
        (#"[{}, {"x/y": {"~": 1, "\u007e": 2}}]"#, ["/1/x~1y/~0"]),
        (#"{"a": {"b": 1, "b": 1}, "c": [{"d": 1, "d": 1}]}"#, ["/a/b", "/c/0/d"]), ("{", []),
        (#"{"a": 1, "a": 2"#, []),
    ])
    func `tells where members stand twice`(text: String, places: [String]) {
        #expect(RepeatedMembers.places(in: Array(text.utf8)) == places)
    }

    @Test func `tells of a hundred members that stand twice`() {
        let text = "{" + (0..<250).map { "\"\($0)\":1,\"\($0)\":2" }.joined(separator: ",") + "}"
        #expect(RepeatedMembers.places(in: Array("[\(text),\(text)]".utf8)).count == 100)
    }
}
