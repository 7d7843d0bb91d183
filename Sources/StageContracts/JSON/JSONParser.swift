/// A strict reader of RFC 8259 text, for JSON that strangers wrote.
///
/// `JSONDecoder` is too kind for this border: it keeps the first of two members of one name, accepts trailing
/// commas, a byte order mark and UTF-16, and reports bad text as a wrong type (seen with Swift 6.3). What one
/// reader accepts and another reads differently is how a check is bypassed, so all of it is refused here.
struct JSONParser {
    let bytes: [UInt8]
    let maximumDepth: Int
    var offset = 0
    private var path: [String] = []
    private var depth = 0

    private init(bytes: [UInt8], maximumDepth: Int) {
        self.bytes = bytes
        self.maximumDepth = maximumDepth
    }

    static func parse(_ bytes: [UInt8], limits: JSONLimits) throws(JSONSyntaxError) -> JSONValue {
        guard bytes.count <= limits.maximumByteCount else {
            throw JSONSyntaxError(reason: .tooLarge, byteOffset: limits.maximumByteCount)
        }
        var parser = JSONParser(bytes: bytes, maximumDepth: limits.maximumDepth)
        let value = try parser.value()
        parser.skipSpace()
        guard parser.offset == bytes.count else { throw parser.failure(.trailingBytes) }
        return value
    }

    func failure(_ reason: JSONSyntaxError.Reason) -> JSONSyntaxError {
        JSONSyntaxError(reason: offset < bytes.count ? reason : .unexpectedEnd, byteOffset: offset)
    }

    /// The byte at the offset, or nil at the end.
    var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    mutating func skipSpace() {
        while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { offset += 1 }
    }

    mutating func take(_ byte: Unicode.Scalar) -> Bool {
        guard current == UInt8(ascii: byte) else { return false }
        offset += 1
        return true
    }

    mutating func value() throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        switch current {
        case UInt8(ascii: "{"): return try nested { parser throws(JSONSyntaxError) in try parser.object() }
        case UInt8(ascii: "["): return try nested { parser throws(JSONSyntaxError) in try parser.array() }
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func nested(
        _ read: (inout JSONParser) throws(JSONSyntaxError) -> JSONValue
    ) throws(JSONSyntaxError) -> JSONValue {
        guard depth < maximumDepth else { throw failure(.tooDeep) }
        depth += 1
        defer { depth -= 1 }
        offset += 1
        return try read(&self)
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        for byte in word.utf8 {
            guard current == byte else { throw failure(.unexpectedByte) }
            offset += 1
        }
        return value
    }

    private mutating func array() throws(JSONSyntaxError) -> JSONValue {
        var elements: [JSONValue] = []
        skipSpace()
        if take("]") { return .array(elements) }
        repeat {
            elements.append(try value(at: String(elements.count)))
            skipSpace()
        } while take(",")
        guard take("]") else { throw failure(.unexpectedByte) }
        return .array(elements)
    }

    private mutating func object() throws(JSONSyntaxError) -> JSONValue {
        var members: [String: JSONValue] = [:]
        skipSpace()
        if take("}") { return .object(members) }
        repeat {
            let name = try memberName()
            guard members[name] == nil else { throw duplicate(name) }
            members[name] = try value(at: name)
            skipSpace()
        } while take(",")
        guard take("}") else { throw failure(.unexpectedByte) }
        return .object(members)
    }

    private mutating func memberName() throws(JSONSyntaxError) -> String {
        skipSpace()
        guard current == UInt8(ascii: "\"") else { throw failure(.unexpectedByte) }
        let name = try string()
        skipSpace()
        guard take(":") else { throw failure(.unexpectedByte) }
        return name
    }

    private mutating func value(at step: String) throws(JSONSyntaxError) -> JSONValue {
        path.append(step)
        defer { path.removeLast() }
        return try value()
    }

    /// A hostile name may be as long as the request; the record has to hold it.
    private func duplicate(_ name: String) -> JSONSyntaxError {
        let place = (path + [name]).reduce(JSONPointer.root) { $0.appending($1.abridged(to: 64)) }
        return JSONSyntaxError(reason: .duplicateMember, byteOffset: offset, pointer: place)
    }
}
