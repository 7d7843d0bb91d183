/// A place in the bytes of a JSON text, and the tokens that are read from there.
@usableFromInline struct JSONScanner {
    let bytes: UnsafeBufferPointer<UInt8>
    var position = 0

    @usableFromInline init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The byte at the place; nil at the end.
    @usableFromInline var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    /// Goes one byte on.
    @usableFromInline mutating func advance() { position += 1 }

    /// Goes over white space and one byte on if that is the given one.
    @usableFromInline mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        return take { $0 == byte }
    }

    /// Goes over JSON's white space.
    @usableFromInline mutating func skipSpace() {
        while take({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }) {}
    }

    /// An error about this place.
    @usableFromInline func error(_ reason: String) -> JSONSyntaxError {
        JSONSyntaxError(offset: position, reason: reason)
    }

    /// Goes over `true`, `false` or `null`.
    @usableFromInline mutating func literal(_ text: StaticString) throws(JSONSyntaxError) {
        for index in 0..<text.utf8CodeUnitCount {
            guard take({ $0 == text.utf8Start[index] }) else { throw error("a value is missing") }
        }
    }

    /// Reads a number and keeps its characters.
    @usableFromInline mutating func number() throws(JSONSyntaxError) -> String {
        let start = self
        let isNumber = passNumber()
        let end = position
        while take({ "+-.0123456789Ee".utf8.contains($0) }) {}
        let text = String(decoding: bytes[start.position..<position], as: UTF8.self)
        guard isNumber, position == end else {
            throw start.error(text.isEmpty ? "a value is missing" : "\(text) is no number")
        }
        return text
    }

    private mutating func passNumber() -> Bool {
        _ = take { $0 == UInt8(ascii: "-") }
        guard take({ $0 == UInt8(ascii: "0") }) || passDigits() else { return false }
        if take({ $0 == UInt8(ascii: ".") }), !passDigits() { return false }
        guard take({ $0 | 0x20 == UInt8(ascii: "e") }) else { return true }
        _ = take { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        return passDigits()
    }

    private mutating func passDigits() -> Bool {
        let start = position
        while take({ $0 &- UInt8(ascii: "0") < 10 }) {}
        return position > start
    }

    mutating func take(_ isWanted: (UInt8) -> Bool) -> Bool {
        guard position < bytes.count, isWanted(bytes[position]) else { return false }
        position += 1
        return true
    }
}
