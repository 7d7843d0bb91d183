/// Reads one JSON value by RFC 8259; of members with the same name the last one counts.
struct JSONParser {
    private static let maximumDepth = 200

    var cursor: JSONCursor

    /// Reads `bytes` as one value.
    ///
    /// Throws `JSONParseError` if they are anything else.
    static func parse(_ bytes: [UInt8]) throws(JSONParseError) -> JSONValue {
        var parser = JSONParser(cursor: JSONCursor(bytes))
        let value = try parser.value(depth: 0)
        parser.cursor.skipSpace()
        guard parser.cursor.next == nil else { throw parser.cursor.error("something follows the value") }
        return value
    }

    /// Reads text as one value.
    static func parse(_ text: String) throws(JSONParseError) -> JSONValue {
        try parse(Array(text.utf8))
    }

    private mutating func value(depth: Int) throws(JSONParseError) -> JSONValue {
        guard depth <= Self.maximumDepth else { throw cursor.error("values are nested too deep") }
        cursor.skipSpace()
        switch cursor.next {
        case UInt8(ascii: "{"): return .object(try members(depth: depth + 1))
        case UInt8(ascii: "["): return .array(try elements(depth: depth + 1))
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .boolean(true))
        case UInt8(ascii: "f"): return try word("false", .boolean(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return .number(try number())
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONParseError) -> JSONValue {
        for byte in word.utf8 {
            guard cursor.take(byte) else { throw cursor.error("a value is missing") }
        }
        return value
    }

    private mutating func elements(depth: Int) throws(JSONParseError) -> [JSONValue] {
        cursor.advance()
        cursor.skipSpace()
        if cursor.take(UInt8(ascii: "]")) { return [] }
        var elements: [JSONValue] = []
        repeat {
            elements.append(try value(depth: depth))
            cursor.skipSpace()
        } while cursor.take(UInt8(ascii: ","))
        guard cursor.take(UInt8(ascii: "]")) else {
            throw cursor.error("a comma or a closing bracket is missing")
        }
        return elements
    }

    private mutating func members(depth: Int) throws(JSONParseError) -> [JSONMember] {
        cursor.advance()
        cursor.skipSpace()
        if cursor.take(UInt8(ascii: "}")) { return [] }
        var members: [JSONMember] = []
        var positions: [String: Int] = [:]
        repeat {
            let member = try member(depth: depth)
            if let position = positions[member.name] {
                members[position] = member
            } else {
                positions[member.name] = members.count
                members.append(member)
            }
            cursor.skipSpace()
        } while cursor.take(UInt8(ascii: ","))
        guard cursor.take(UInt8(ascii: "}")) else {
            throw cursor.error("a comma or a closing brace is missing")
        }
        return members
    }

    private mutating func member(depth: Int) throws(JSONParseError) -> JSONMember {
        cursor.skipSpace()
        guard cursor.next == UInt8(ascii: "\"") else { throw cursor.error("a member's name is missing") }
        let name = try string()
        cursor.skipSpace()
        guard cursor.take(UInt8(ascii: ":")) else { throw cursor.error("a colon is missing") }
        return JSONMember(name: name, value: try value(depth: depth))
    }
}
