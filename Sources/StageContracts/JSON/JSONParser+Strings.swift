extension JSONParser {
    /// Reads a string whose opening quote is at the offset.
    mutating func string() throws(JSONSyntaxError) -> String {
        offset += 1
        var units: [UInt8] = []
        while let byte = current, byte != UInt8(ascii: "\"") {
            // RFC 8259, 7: control characters must be escaped.
            guard byte >= 0x20 else { throw failure(.invalidString) }
            offset += 1
            if byte == UInt8(ascii: "\\") {
                try escape(into: &units)
            } else {
                units.append(byte)
            }
        }
        guard take("\"") else { throw failure(.unexpectedEnd) }
        guard let text = String(validating: units, as: UTF8.self) else { throw failure(.invalidString) }
        return text
    }

    private mutating func escape(into units: inout [UInt8]) throws(JSONSyntaxError) {
        guard let byte = current else { throw failure(.unexpectedEnd) }
        offset += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): units.append(byte)
        case UInt8(ascii: "b"): units.append(0x08)
        case UInt8(ascii: "f"): units.append(0x0C)
        case UInt8(ascii: "n"): units.append(0x0A)
        case UInt8(ascii: "r"): units.append(0x0D)
        case UInt8(ascii: "t"): units.append(0x09)
        case UInt8(ascii: "u"): units.append(contentsOf: Array(String(Character(try scalar())).utf8))
        default: throw failure(.invalidString)
        }
    }

    /// Reads what follows `\u`: one code unit, or a surrogate pair written as two escapes.
    private mutating func scalar() throws(JSONSyntaxError) -> Unicode.Scalar {
        let first = try codeUnit()
        guard UTF16.isLeadSurrogate(first) else {
            guard let scalar = Unicode.Scalar(first) else { throw failure(.invalidString) }
            return scalar
        }
        guard take("\\"), take("u") else { throw failure(.invalidString) }
        let second = try codeUnit()
        guard UTF16.isTrailSurrogate(second) else { throw failure(.invalidString) }
        return UTF16.decode(UTF16.EncodedScalar([first, second]))
    }

    private mutating func codeUnit() throws(JSONSyntaxError) -> UInt16 {
        var unit: UInt16 = 0
        for _ in 0..<4 {
            guard let byte = current, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure(.invalidString)
            }
            unit = unit << 4 | UInt16(digit)
            offset += 1
        }
        return unit
    }
}
