extension JSONParser {
    /// Reads a number by RFC 8259's grammar; one that no `Double` holds is refused, not rounded to infinity.
    mutating func number() throws(JSONSyntaxError) -> JSONValue {
        let start = offset
        _ = take("-")
        guard let lead = current, isDigit(lead) else { throw failure(.unexpectedByte) }
        if !take("0") { digits() }
        let isFraction = try fraction()
        let isScaled = try exponent()
        let text = String(decoding: bytes[start..<offset], as: UTF8.self)
        if !isFraction, !isScaled, let integer = Int(text) { return .integer(integer) }
        guard let number = Double(text), number.isFinite else {
            throw JSONSyntaxError(reason: .invalidNumber, byteOffset: offset)
        }
        return .number(number)
    }

    private func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private mutating func digits() {
        while let byte = current, isDigit(byte) { offset += 1 }
    }

    private mutating func requiredDigits() throws(JSONSyntaxError) {
        guard let byte = current, isDigit(byte) else { throw failure(.invalidNumber) }
        digits()
    }

    private mutating func fraction() throws(JSONSyntaxError) -> Bool {
        guard take(".") else { return false }
        try requiredDigits()
        return true
    }

    private mutating func exponent() throws(JSONSyntaxError) -> Bool {
        guard take("e") || take("E") else { return false }
        _ = take("+") || take("-")
        try requiredDigits()
        return true
    }
}
