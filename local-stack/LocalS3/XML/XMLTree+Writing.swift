extension XMLTree {
    /// The document with this element as its root, in UTF-8.
    var document: [UInt8] {
        var text = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
        write(to: &text)
        return Array(text.utf8)
    }

    private func write(to output: inout String) {
        output += "<\(name)"
        if let namespace { Self.write("xmlns", namespace, to: &output) }
        for (name, value) in attributes.sorted(by: { $0.key < $1.key }) {
            Self.write(name, value, to: &output)
        }
        guard !children.isEmpty || !text.isEmpty else {
            output += "/>"
            return
        }
        output += ">"
        Self.escape(text, to: &output)
        for child in children { child.write(to: &output) }
        output += "</\(name)>"
    }

    private static func write(_ attribute: String, _ value: String, to output: inout String) {
        output += " \(attribute)=\""
        escape(value, to: &output)
        output += "\""
    }

    private static func escape(_ text: String, to output: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": output += "&amp;"
            case "<": output += "&lt;"
            case ">": output += "&gt;"
            case "\"": output += "&quot;"
            // S3 writes control characters as references too, though XML 1.0 has no place for most of them.
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{FFFE}", "\u{FFFF}":
                output += "&#x\(String(scalar.value, radix: 16));"
            default: output.unicodeScalars.append(scalar)
            }
        }
    }
}
