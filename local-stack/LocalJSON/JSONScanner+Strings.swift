extension JSONScanner {
    /// Reads a text in quotes, of which the place is at the first; the common one without escapes is taken in one piece.
    @usableFromInline mutating func string() throws(JSONSyntaxError) -> String {
        position += 1
        let plain = passPlain()
        if take({ $0 == UInt8(ascii: "\"") }) { return try text(plain) }
        var units = Array(plain)
        while take({ $0 == UInt8(ascii: "\\") }) {
            units.append(contentsOf: String(Character(try escape())).utf8)
            units.append(contentsOf: passPlain())
        }
        guard take({ $0 == UInt8(ascii: "\"") }) else { throw error("a string does not end") }
        return try text(units)
    }

    private func text(_ units: some Collection<UInt8>) throws(JSONSyntaxError) -> String {
        guard let text = String(validating: units, as: UTF8.self) else {
            throw error("a string is not UTF-8")
        }
        return text
    }

    /// Goes over what stands for itself.
    private mutating func passPlain() -> Slice<UnsafeBufferPointer<UInt8>> {
        let start = position
        while take({ $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {}
        return bytes[start..<position]
    }

    /// The character of an escape, of which the backslash has been read.
    private mutating func escape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let byte = next ?? 0
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return try unicodeEscape()
        default: throw error("a string holds an unknown escape")
        }
    }

    /// Four hexadecimal digits, or twice four for a pair of surrogates; a lone surrogate is no character.
    private mutating func unicodeEscape() throws(JSONSyntaxError) -> Unicode.Scalar {
        let unit = try codeUnit()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let isHigh = unit < 0xDC00 && take { $0 == UInt8(ascii: "\\") } && take { $0 == UInt8(ascii: "u") }
        guard isHigh, let low = try? codeUnit(), (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { throw error("half of a surrogate pair stands alone") }
        return scalar
    }

    private mutating func codeUnit() throws(JSONSyntaxError) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = next.flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw error("an escape has no four hexadecimal digits")
            }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }
}
