import LocalJSON
import Testing

@testable import LocalServiceKit

@Suite struct `JSON on the wire` {
    @Test(arguments: [
        ("{}", "{}"), (" [ ] ", "[]"), ("[true,false,null]", "[true,false,null]"),
        (#"{"a":1,"b":[-0,1.50,2e3,1E-2]}"#, #"{"a":1,"b":[-0,1.50,2e3,1E-2]}"#),
        (#""\u00e9\n\t\"\\\/\ud83d\ude00""#, "\"é\\n\\t\\\"\\\\/😀\""),
        (#""\u0001""#, #""\u0001""#), ("\"é😀\"", "\"é😀\""),
        (#"{"a\u0062":{"b":[{}]}}"#, #"{"ab":{"b":[{}]}}"#),
    ])
    func `is read and written again`(input: String, output: String) throws {
        let value = try WireValue(json: Array(input.utf8))
        #expect(JSONWriter.text(value) == output)
    }

    @Test(arguments: [("", 0), ("[1,]", 3), ("\"\\x\"", 3), ("[1] 2", 4)])
    func `is refused at the byte where it is malformed`(input: String, offset: Int) {
        #expect(throws: WireError.malformed(offset: offset)) { try WireValue(json: Array(input.utf8)) }
    }

    @Test func `has the last value of a name that occurs twice`() throws {
        let value = try WireValue(json: Array(#"{"a":1,"a":2}"#.utf8))
        #expect(value.object?["a"] == .number("2"))
    }
}
