import LocalJSON
import Testing

@Suite struct `Writing JSON` {
    private indirect enum Sample: JSONWritable {
        case null
        case flag(Bool)
        case number(String)
        case encoded(String)
        case list([Sample])
        case members([(String, Sample)])

        func write(to writer: inout JSONWriter) {
            switch self {
            case .null: writer.writeNull()
            case .flag(let flag): writer.write(flag)
            case .number(let text): writer.write(number: text)
            case .encoded(let text): writer.write(encoded: Array(text.utf8))
            case .list(let elements): writer.write(array: elements)
            case .members(let members): writer.write(object: members) { ($0.0, $0.1) }
            }
        }
    }

    @Test(arguments: [
        ("", #""""#), ("é😀/", #""é😀/""#), ("\n\r\t\"\\", #""\n\r\t\"\\""#),
        ("\u{0}\u{1f}", #""\u0000\u001f""#), ("\u{7f}\u{2028}", "\"\u{7f}\u{2028}\""),
        ("ends with \n", #""ends with \n""#),
    ])
    func `escapes only what has to be`(text: String, written: String) {
        #expect(JSONWriter.text(text) == written)
    }

    @Test func `keeps the order of members and the digits of numbers`() {
        let sample = Sample.members([
            ("b\"", .list([.null, .flag(true), .flag(false), .number("1.50e+400")])),
            ("a", .members([])), ("c", .list([])), ("d", .encoded("[ 1 ]")),
        ])
        #expect(
            JSONWriter.text(sample) == #"{"b\"":[null,true,false,1.50e+400],"a":{},"c":[],"d":[ 1 ]}"#
        )
    }
}
