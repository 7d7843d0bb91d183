import Testing

@testable import StageContracts

@Suite struct `JSON text` {
    @Test(arguments: [
        ("{}", JSONValue.object([:])),
        (" [ ] ", .array([])),
        ("[1,-2,0,-0]", .array([.integer(1), .integer(-2), .integer(0), .integer(0)])),
        ("[1.5,1e2,-2.5E-1]", .array([.number(1.5), .number(100), .number(-0.25)])),
        ("9223372036854775807", .integer(.max)),
        ("9223372036854775808", .number(9_223_372_036_854_775_808)),
        (#""a\"\\\/\b\f\n\r\tz""#, .string("a\"\\/\u{8}\u{C}\n\r\tz")),
        (#""\u00e9\ud83d\ude00\u0000""#, .string("é😀\0")),
        ("\"é😀\"", .string("é😀")),
        (
            #"{"a":{"b":[true,false,null]}}"#,
            .object(["a": .object(["b": .array([.bool(true), .bool(false), .null])])])
        ),
    ])
    func `valid text is read exactly`(text: String, value: JSONValue) throws {
        #expect(try JSONValue(parsing: Array(text.utf8)) == value)
    }

    @Test(arguments: [
        ("", JSONSyntaxError.Reason.unexpectedEnd), ("  ", .unexpectedEnd), ("{", .unexpectedEnd),
        ("[1,", .unexpectedEnd),
        ("\"abc", .unexpectedEnd), ("\"\\", .unexpectedEnd), ("tru", .unexpectedEnd), ("-", .unexpectedEnd),
        ("1.", .unexpectedEnd),
        ("1e", .unexpectedEnd), ("[1,]", .unexpectedByte), ("{\"a\":1,}", .unexpectedByte),
        ("{a:1}", .unexpectedByte),
        ("{\"a\" 1}", .unexpectedByte), ("[1 2]", .unexpectedByte), ("'a'", .unexpectedByte),
        ("NaN", .unexpectedByte),
        ("Infinity", .unexpectedByte), ("+1", .unexpectedByte), (".5", .unexpectedByte),
        ("truf", .unexpectedByte),
        ("/**/1", .unexpectedByte), ("\u{FEFF}{}", .unexpectedByte), ("01", .trailingBytes),
        ("1 2", .trailingBytes),
        ("{}x", .trailingBytes), ("{}\0", .trailingBytes), ("[1.]", .invalidNumber),
        ("[1e+]", .invalidNumber),
        ("1e400", .invalidNumber), ("\"a\tb\"", .invalidString), ("\"a\0b\"", .invalidString),
        (#""\x""#, .invalidString),
        (#""\u12g4""#, .invalidString), (#""\ud800""#, .invalidString), (#""\ud800\u0041""#, .invalidString),
        (#""\udc00""#, .invalidString), (#"{"a":1,"a":2} "#, .duplicateMember),
        (#"{"a":1,"\u0061":2} "#, .duplicateMember),
    ])
    func `invalid text is refused`(text: String, reason: JSONSyntaxError.Reason) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: Array(text.utf8)) }
        #expect(error?.reason == reason)
        #expect(error?.text.isEmpty == false)
    }

    @Test(
        arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82]]
            as [[UInt8]]
    )
    func `bytes that are no UTF-8 are refused`(bytes: [UInt8]) {
        let error = #expect(throws: JSONSyntaxError.self) {
            try JSONValue(parsing: [0x22] + bytes + [0x22, 0x20])
        }
        #expect(error?.reason == .invalidString)
    }

    @Test(arguments: [UInt8(ascii: "["), UInt8(ascii: "{")])
    func `nesting beyond the limit is refused long before the stack ends`(bracket: UInt8) {
        let opening: [UInt8] = bracket == UInt8(ascii: "[") ? [bracket] : Array("{\"a\":".utf8)
        let bytes = Array(repeatElement(opening, count: 40_000).joined())
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: bytes) }
        #expect(error == JSONSyntaxError(reason: .tooDeep, byteOffset: 32 * opening.count))
    }

    @Test func `the deepest nesting allowed is read`() throws {
        let text = String(repeating: "[", count: 32) + String(repeating: "]", count: 32)
        _ = try JSONValue(parsing: Array(text.utf8))
    }

    @Test func `text beyond the size limit is refused`() {
        let bytes = [UInt8](repeating: 0x20, count: 262_145)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: bytes) }
        #expect(error?.reason == .tooLarge)
    }

    @Test func `every prefix of a text fails cleanly`() throws {
        let bytes = Array(Samples.fullRequest.utf8)
        _ = try JSONValue(parsing: bytes)
        for count in 0..<bytes.count {
            #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: Array(bytes[..<count])) }
        }
    }

    @Test func `a value that was written is read back`() throws {
        let value = try JSONValue(parsing: Array(Samples.fullRequest.utf8))
        let text = Holder(value: value).encodedJSON
        #expect(try Holder(decodingJSON: text) == Holder(value: value))
        #expect(try JSONValue(parsing: text).members?["value"] == value)
    }

    private struct Holder: WireValue { let value: JSONValue }
}
