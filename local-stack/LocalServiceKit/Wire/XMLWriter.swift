/// Writes messages as XML.
struct XMLWriter {
    /// What has been written.
    private(set) var bytes: [UInt8] = []

    /// Nothing written yet, or the declaration.
    init(declaration: Bool = false) {
        if declaration { append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n") }
    }

    /// Appends an element with its content.
    mutating func element(
        _ name: String,
        namespace: String? = nil,
        content: (inout XMLWriter) -> Void
    ) {
        append("<")
        append(name)
        if let namespace {
            append(" xmlns=\"")
            text(namespace)
            append("\"")
        }
        append(">")
        content(&self)
        append("</")
        append(name)
        append(">")
    }

    /// Appends an element that holds a text.
    mutating func element(_ name: String, _ content: String) {
        element(name) { $0.text(content) }
    }

    /// Appends a text, with the characters escaped that XML does not allow in it.
    mutating func text(_ text: String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"": append("&quot;")
            case "\r": append("&#13;")
            case "\n": append("&#10;")
            case "\t": append("&#9;")
            // XML 1.0 has no way to write other control characters.
            case "\u{0}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": append("\u{FFFD}")
            default: bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            }
        }
    }

    private mutating func append(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }
}
