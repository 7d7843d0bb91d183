extension JSONParser {
    /// Reads a number and keeps its characters.
    mutating func number() throws(JSONParseError) -> String {
        let start = cursor
        let characters = cursor.takeWhile { byte in
            byte.isDigit || [0x2b, 0x2d, 0x2e, 0x45, 0x65].contains(byte)
        }
        let text = String(decoding: characters, as: UTF8.self)
        guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil else {
            throw start.error(text.isEmpty ? "a value is missing" : "\(text) is no number")
        }
        return text
    }

    /// Reads a string; the place is at its opening quote.
    mutating func string() throws(JSONParseError) -> String {
        cursor.advance()
        var units: [UInt8] = []
        while true {
            units += cursor.takeWhile { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") && $0 >= 0x20 }
            guard let byte = cursor.next, byte >= 0x20 else { throw cursor.error("a string does not end") }
            if cursor.take(UInt8(ascii: "\"")) { break }
            cursor.advance()
            units += try escape().utf8
        }
        guard let text = String(validating: units, as: UTF8.self) else {
            throw cursor.error("a string is not UTF-8")
        }
        return text
    }

    private mutating func escape() throws(JSONParseError) -> String {
        let byte = cursor.next ?? 0
        cursor.advance()
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return String(UnicodeScalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{c}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicode()
        default: throw cursor.error("a string holds an unknown escape")
        }
    }

    /// The character of `\uXXXX`, or of two of them that form a surrogate pair.
    private mutating func unicode() throws(JSONParseError) -> String {
        let first = try codeUnit()
        if let scalar = UnicodeScalar(first) { return String(scalar) }
        guard first < 0xdc00, cursor.take(UInt8(ascii: "\\")), cursor.take(UInt8(ascii: "u")) else {
            throw cursor.error("half of a surrogate pair stands alone")
        }
        let second = try codeUnit()
        guard (0xdc00...0xdfff).contains(second) else {
            throw cursor.error("half of a surrogate pair stands alone")
        }
        return String(decoding: [first, second], as: UTF16.self)
    }

    private mutating func codeUnit() throws(JSONParseError) -> UInt16 {
        var digits: [UInt8] = []
        for _ in 0..<4 {
            guard let digit = cursor.next else { break }
            digits.append(digit)
            cursor.advance()
        }
        let text = String(decoding: digits, as: UTF8.self)
        guard text.wholeMatch(of: /[0-9A-Fa-f]{4}/) != nil, let unit = UInt16(text, radix: 16) else {
            throw cursor.error("an escape has no four hexadecimal digits")
        }
        return unit
    }
}

extension UInt8 {
    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
