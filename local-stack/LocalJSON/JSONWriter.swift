/// Writes JSON (RFC 8259) without white space and with as few escapes as it allows.
///
/// What has a type in it can be inlined, as in `JSONReader`.
public struct JSONWriter {
    @usableFromInline var bytes: [UInt8] = []

    @inlinable init() {}

    /// The UTF-8 text of a value.
    @inlinable public static func write(_ value: some JSONWritable) -> [UInt8] {
        var writer = JSONWriter()
        value.write(to: &writer)
        return writer.bytes
    }

    /// The text of a value.
    @inlinable public static func text(_ value: some JSONWritable) -> String {
        String(decoding: write(value), as: UTF8.self)
    }

    /// Appends `null`.
    public mutating func writeNull() { bytes.append(contentsOf: "null".utf8) }

    /// Appends `true` or `false`.
    public mutating func write(_ flag: Bool) { bytes.append(contentsOf: (flag ? "true" : "false").utf8) }

    /// Appends a number's characters.
    public mutating func write(number text: String) { bytes.append(contentsOf: text.utf8) }

    /// Appends a text that is JSON already.
    public mutating func write(encoded text: [UInt8]) { bytes.append(contentsOf: text) }

    /// Appends a text in quotes.
    public mutating func write(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { utf8 in
            var start = 0
            for (index, byte) in utf8.enumerated()
            where byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
                bytes.append(contentsOf: utf8[start..<index])
                escape(byte)
                start = index + 1
            }
            bytes.append(contentsOf: utf8[start...])
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Appends an array.
    @inlinable public mutating func write(array elements: [some JSONWritable]) {
        write(elements, "[", "]") { $1.write(to: &$0) }
    }

    /// Appends an object; `member` says each member's name and value.
    @inlinable public mutating func write<Member>(
        object members: [Member],
        member: (Member) -> (name: String, value: some JSONWritable)
    ) {
        write(members, "{", "}") {
            let (name, value) = member($1)
            $0.write(name)
            $0.bytes.append(UInt8(ascii: ":"))
            value.write(to: &$0)
        }
    }

    @inlinable mutating func write<Part>(
        _ parts: [Part],
        _ opening: Unicode.Scalar,
        _ closing: Unicode.Scalar,
        writePart: (inout JSONWriter, Part) -> Void
    ) {
        bytes.append(UInt8(ascii: opening))
        for (index, part) in parts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            writePart(&self, part)
        }
        bytes.append(UInt8(ascii: closing))
    }

    private mutating func escape(_ byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case UInt8(ascii: "\n"): bytes.append(UInt8(ascii: "n"))
        case UInt8(ascii: "\r"): bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\t"): bytes.append(UInt8(ascii: "t"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            let digits = String(byte, radix: 16)
            bytes.append(contentsOf: ("u00" + (digits.count == 1 ? "0" : "") + digits).utf8)
        }
    }
}
