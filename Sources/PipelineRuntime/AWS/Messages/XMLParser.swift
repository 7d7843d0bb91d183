/// Reads the XML that AWS's services answer: elements and text, with the five predefined entities and characters by
/// number.
struct XMLParser {
    private var rest: ArraySlice<UInt8>
    private var open: [XMLTree] = []
    private var root: XMLTree?

    private static let maximumDepth = 32

    /// What a piece of markup turned out to be.
    private enum Step {
        case goOn
        case malformed
    }

    /// Makes a parser of a whole document in UTF-8.
    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    /// Parses the whole document.
    ///
    /// - Returns: The root element; `nil` when the document is not well formed.
    mutating func parseDocument() -> XMLTree? {
        if rest.starts(with: [0xEF, 0xBB, 0xBF]) { rest = rest.dropFirst(3) }
        while !rest.isEmpty {
            guard case .goOn = parseStep() else { return nil }
        }
        return open.isEmpty ? root : nil
    }

    private mutating func parseStep() -> Step {
        if rest.first != UInt8(ascii: "<") { return addText(upTo: "<") }
        if skip("<?") { return skipThrough("?>") }
        if skip("<!--") { return skipThrough("-->") }
        if skip("<![CDATA[") { return addVerbatim() }
        if skip("</") { return closeElement() }
        if rest.starts(with: "<!".utf8) { return .malformed }
        rest = rest.dropFirst()
        return openElement()
    }

    private mutating func openElement() -> Step {
        guard let end = tagEnd() else { return .malformed }
        let tag = rest[..<end]
        rest = rest[(end + 1)...]
        let isEmpty = tag.last == UInt8(ascii: "/")
        let name = tag.prefix { !Self.isSpace($0) && $0 != UInt8(ascii: "/") }
        guard !name.isEmpty, open.count < Self.maximumDepth, !(open.isEmpty && root != nil) else {
            return .malformed
        }
        open.append(XMLTree(name: Self.localName(name)))
        return isEmpty ? endElement() : .goOn
    }

    /// The place of the `>` that ends the tag; one inside a quoted attribute value does not.
    private func tagEnd() -> Int? {
        var quote: UInt8?
        for index in rest.indices {
            let byte = rest[index]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            } else if byte == UInt8(ascii: "<") {
                return nil
            } else if byte == UInt8(ascii: ">") {
                return index
            }
        }
        return nil
    }

    private mutating func closeElement() -> Step {
        guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return .malformed }
        let name = Self.localName(rest[..<end].prefix { !Self.isSpace($0) })
        rest = rest[(end + 1)...]
        return open.last?.name == name ? endElement() : .malformed
    }

    private mutating func endElement() -> Step {
        guard let element = open.popLast() else { return .malformed }
        if open.isEmpty {
            root = element
        } else {
            open[open.count - 1].children.append(element)
        }
        return .goOn
    }

    private mutating func addText(upTo end: Unicode.Scalar) -> Step {
        let text = rest.prefix { $0 != UInt8(ascii: end) }
        rest = rest.dropFirst(text.count)
        if open.isEmpty { return text.allSatisfy(Self.isSpace) ? .goOn : .malformed }
        guard let decoded = XMLText.decoded(text) else { return .malformed }
        open[open.count - 1].text += decoded
        return .goOn
    }

    private mutating func addVerbatim() -> Step {
        let start = rest
        guard !open.isEmpty, case .goOn = skipThrough("]]>") else { return .malformed }
        let text = start.prefix(start.count - rest.count - 3)
        open[open.count - 1].text += String(decoding: text, as: UTF8.self)
        return .goOn
    }

    private mutating func skip(_ text: String) -> Bool {
        guard rest.starts(with: text.utf8) else { return false }
        rest = rest.dropFirst(text.utf8.count)
        return true
    }

    private mutating func skipThrough(_ text: String) -> Step {
        while !rest.isEmpty {
            if skip(text) { return .goOn }
            rest = rest.dropFirst()
        }
        return .malformed
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }

    private static func localName(_ name: ArraySlice<UInt8>) -> String {
        let local = name.lastIndex(of: UInt8(ascii: ":")).map { name[($0 + 1)...] } ?? name
        return String(decoding: local, as: UTF8.self)
    }
}
