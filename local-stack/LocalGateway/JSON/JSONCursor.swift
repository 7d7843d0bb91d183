/// A place in the bytes of a JSON text.
struct JSONCursor {
    private let bytes: [UInt8]
    private(set) var offset = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The byte at the place; nil at the end.
    var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// Goes one byte on.
    mutating func advance() { offset += 1 }

    /// Goes one byte on if it is the given one.
    mutating func take(_ byte: UInt8) -> Bool {
        guard next == byte else { return false }
        offset += 1
        return true
    }

    /// Goes on while the condition holds, and returns the bytes passed.
    mutating func takeWhile(_ condition: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let start = offset
        while let next, condition(next) { offset += 1 }
        return bytes[start..<offset]
    }

    /// Goes over JSON's white space.
    mutating func skipSpace() {
        _ = takeWhile { $0 == 0x20 || $0 == 0x0a || $0 == 0x0d || $0 == 0x09 }
    }

    /// An error about this place.
    func error(_ reason: String) -> JSONParseError { JSONParseError(offset: offset, reason: reason) }
}
