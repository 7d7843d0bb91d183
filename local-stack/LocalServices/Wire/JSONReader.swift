/// Reads JSON (RFC 8259) strictly: whole text, valid UTF-8, no lone surrogates, limited depth.
struct JSONReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0

    /// The deepest nesting that is read; DynamoDB allows 32 levels of values, each of which takes two here.
    private static let maximumDepth = 256

    private init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// The value that the text says.
    static func read(_ text: [UInt8]) throws(WireError) -> WireValue {
        let result: Result<WireValue, WireError> = text.withUnsafeBufferPointer { bytes in
            var reader = JSONReader(bytes)
            do throws(WireError) {
                return .success(try reader.document())
            } catch {
                return .failure(error)
            }
        }
        return try result.get()
    }

    private mutating func document() throws(WireError) -> WireValue {
        let value = try value()
        skipSpace()
        guard position == bytes.count else { throw malformed }
        return value
    }

    private var malformed: WireError { .malformed(offset: position) }

    private mutating func value() throws(WireError) -> WireValue {
        skipSpace()
        guard position < bytes.count else { throw malformed }
        switch bytes[position] {
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "{"): return try nested { reader throws(WireError) in try reader.object() }
        case UInt8(ascii: "["): return try nested { reader throws(WireError) in try reader.array() }
        case UInt8(ascii: "t"): return try literal("true", .bool(true))
        case UInt8(ascii: "f"): return try literal("false", .bool(false))
        case UInt8(ascii: "n"): return try literal("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func nested(
        _ read: (inout JSONReader) throws(WireError) -> WireValue
    ) throws(WireError) -> WireValue {
        guard depth < Self.maximumDepth else { throw malformed }
        depth += 1
        defer { depth -= 1 }
        position += 1
        return try read(&self)
    }

    private mutating func object() throws(WireError) -> WireValue {
        var object = WireObject()
        if skip(UInt8(ascii: "}")) { return .object(object) }
        repeat {
            skipSpace()
            guard position < bytes.count, bytes[position] == UInt8(ascii: "\"") else { throw malformed }
            let name = try string()
            guard skip(UInt8(ascii: ":")) else { throw malformed }
            object.members.append(WireObject.Member(name, try value()))
        } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "}")) else { throw malformed }
        return .object(object)
    }

    private mutating func array() throws(WireError) -> WireValue {
        var elements: [WireValue] = []
        if skip(UInt8(ascii: "]")) { return .array(elements) }
        repeat { elements.append(try value()) } while skip(UInt8(ascii: ","))
        guard skip(UInt8(ascii: "]")) else { throw malformed }
        return .array(elements)
    }

    private mutating func literal(_ text: StaticString, _ value: WireValue) throws(WireError) -> WireValue {
        let count = text.utf8CodeUnitCount
        guard position + count <= bytes.count else { throw malformed }
        for index in 0..<count where bytes[position + index] != text.utf8Start[index] { throw malformed }
        position += count
        return value
    }

    private mutating func number() throws(WireError) -> String {
        let start = position
        _ = take { $0 == UInt8(ascii: "-") }
        let zeros = take { $0 == UInt8(ascii: "0") }
        guard zeros || digits() else { throw malformed }
        if take({ $0 == UInt8(ascii: ".") }) {
            guard digits() else { throw malformed }
        }
        if take({ $0 | 0x20 == UInt8(ascii: "e") }) {
            _ = take { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
            guard digits() else { throw malformed }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() -> Bool {
        let start = position
        while take({ $0 &- UInt8(ascii: "0") < 10 }) {}
        return position > start
    }

    private mutating func take(_ isWanted: (UInt8) -> Bool) -> Bool {
        guard position < bytes.count, isWanted(bytes[position]) else { return false }
        position += 1
        return true
    }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x09, 0x0A, 0x0D: position += 1
            default: return
            }
        }
    }

    private mutating func skip(_ byte: UInt8) -> Bool {
        skipSpace()
        return take { $0 == byte }
    }

    /// A text in quotes; the common one without escapes is taken in one piece.
    private mutating func string() throws(WireError) -> String {
        position += 1
        let start = position
        while position < bytes.count {
            switch bytes[position] {
            case UInt8(ascii: "\""):
                defer { position += 1 }
                guard let text = String(validating: bytes[start..<position], as: UTF8.self) else {
                    throw malformed
                }
                return text
            case UInt8(ascii: "\\"):
                var unescaper = JSONUnescaper(bytes: bytes, start: start, position: position)
                let text = unescaper.text()
                position = unescaper.position
                guard let text else { throw malformed }
                return text
            case 0..<0x20: throw malformed
            default: position += 1
            }
        }
        throw malformed
    }
}
