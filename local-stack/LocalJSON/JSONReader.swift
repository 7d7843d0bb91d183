/// Reads JSON (RFC 8259) strictly: whole text, valid UTF-8, no lone surrogates, limited depth.
///
/// What has a type in it can be inlined, so that each reader's own type is built without a detour.
public struct JSONReader<Value: JSONReadable> {
    @usableFromInline var scanner: JSONScanner
    @usableFromInline var depth = 0

    /// The deepest nesting that is read; DynamoDB allows 32 levels of values, each of which takes two.
    @inlinable static var maximumDepth: Int { 256 }

    @inlinable init(_ scanner: JSONScanner) {
        self.scanner = scanner
    }

    /// The value that the text says.
    ///
    /// - Throws: `JSONSyntaxError` if the text is anything but one value.
    @inlinable public static func read(_ text: [UInt8]) throws(JSONSyntaxError) -> Value {
        let result: Result<Value, JSONSyntaxError> = text.withUnsafeBufferPointer { bytes in
            var reader = JSONReader(JSONScanner(bytes))
            return Result { () throws(JSONSyntaxError) in try reader.document() }
        }
        return try result.get()
    }

    @inlinable mutating func document() throws(JSONSyntaxError) -> Value {
        let value = try value()
        scanner.skipSpace()
        guard scanner.next == nil else { throw scanner.error("something follows the value") }
        return value
    }

    @inlinable mutating func value() throws(JSONSyntaxError) -> Value {
        scanner.skipSpace()
        switch scanner.next {
        case UInt8(ascii: "\""): return .string(try scanner.string())
        case UInt8(ascii: "{"):
            return .object(named: try nested { reader throws(JSONSyntaxError) in try reader.members() })
        case UInt8(ascii: "["):
            return .array(try nested { reader throws(JSONSyntaxError) in try reader.elements() })
        case UInt8(ascii: "t"):
            try scanner.literal("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try scanner.literal("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try scanner.literal("null")
            return .null
        default: return .number(try scanner.number())
        }
    }

    @inlinable mutating func nested<Part>(
        _ read: (inout JSONReader) throws(JSONSyntaxError) -> Part
    ) throws(JSONSyntaxError) -> Part {
        guard depth < Self.maximumDepth else { throw scanner.error("values are nested too deep") }
        depth += 1
        defer { depth -= 1 }
        scanner.advance()
        return try read(&self)
    }

    @inlinable mutating func members() throws(JSONSyntaxError) -> [(name: String, value: Value)] {
        var members: [(name: String, value: Value)] = []
        if scanner.skip(UInt8(ascii: "}")) { return members }
        repeat {
            scanner.skipSpace()
            guard scanner.next == UInt8(ascii: "\"") else {
                throw scanner.error("a member's name is missing")
            }
            let name = try scanner.string()
            guard scanner.skip(UInt8(ascii: ":")) else { throw scanner.error("a colon is missing") }
            members.append((name, try value()))
        } while scanner.skip(UInt8(ascii: ","))
        guard scanner.skip(UInt8(ascii: "}")) else {
            throw scanner.error("a comma or a closing brace is missing")
        }
        return members
    }

    @inlinable mutating func elements() throws(JSONSyntaxError) -> [Value] {
        var elements: [Value] = []
        if scanner.skip(UInt8(ascii: "]")) { return elements }
        repeat { elements.append(try value()) } while scanner.skip(UInt8(ascii: ","))
        guard scanner.skip(UInt8(ascii: "]")) else {
            throw scanner.error("a comma or a closing bracket is missing")
        }
        return elements
    }
}
