extension JSONValue {
    /// The value as JSON text without white space.
    var text: String {
        var text = ""
        write(to: &text)
        return text
    }

    /// A string with JSON's quotes and escapes.
    static func quoted(_ string: String) -> String {
        var text = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{8}": text += "\\b"
            case "\u{c}": text += "\\f"
            case "\u{0}"..<"\u{20}":
                text += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }

    private func write(to text: inout String) {
        switch self {
        case .null: text += "null"
        case .boolean(let boolean): text += boolean ? "true" : "false"
        case .number(let digits): text += digits
        case .string(let string): text += Self.quoted(string)
        case .array(let elements): Self.write(elements, "[", "]", to: &text) { $0.write(to: &$1) }
        case .object(let members):
            Self.write(members, "{", "}", to: &text) { member, text in
                text += Self.quoted(member.name) + ":"
                member.value.write(to: &text)
            }
        }
    }

    private static func write<Part>(
        _ parts: [Part],
        _ opening: String,
        _ closing: String,
        to text: inout String,
        part write: (Part, inout String) -> Void
    ) {
        text += opening
        for (index, part) in parts.enumerated() {
            if index > 0 { text += "," }
            write(part, &text)
        }
        text += closing
    }
}
