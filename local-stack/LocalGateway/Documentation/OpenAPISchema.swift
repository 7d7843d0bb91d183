/// Schemas of OpenAPI 3.0 as the JSON Schema that OpenAPI 3.1 has instead.
enum OpenAPISchema {
    private static let schemaMaps: Set<String> = ["properties", "patternProperties"]
    private static let schemaLists: Set<String> = ["allOf", "anyOf", "oneOf"]
    private static let schemas: Set<String> = ["items", "additionalProperties", "not"]

    /// The schema of 3.1; whatever is no object stays as it is.
    static func described(_ schema: JSONValue) -> JSONValue {
        guard case .object(let members) = schema else { return schema }
        // Bytes are no JSON value: in 3.1 the media type says all there is to say about them.
        if schema["format"]?.string == "binary" { return .object([]) }
        let isNullable = schema["nullable"].isTrue
        return .object(members.compactMap { member($0, of: schema, isNullable: isNullable) })
    }

    private static func member(_ member: JSONMember, of schema: JSONValue, isNullable: Bool) -> JSONMember? {
        let value = member.value
        if let keyword = CallersKeyword.keyword(member.name) {
            return JSONMember(name: keyword, value: value)
        }
        switch member.name {
        case "nullable": return nil
        case let name where name.hasPrefix("x-"): return nil
        case "type" where isNullable:
            return JSONMember(name: "type", value: .array([value, .string("null")]))
        case "example": return JSONMember(name: "examples", value: .array([value]))
        case "pattern":
            let pattern = value.string.map { JSONValue.string(SchemaPattern.ofWholeScalars($0)) }
            return JSONMember(name: "pattern", value: pattern ?? value)
        case "format" where value.string == "byte":
            return JSONMember(name: "contentEncoding", value: .string("base64"))
        case "minimum" where schema["exclusiveMinimum"].isTrue: return nil
        case "maximum" where schema["exclusiveMaximum"].isTrue: return nil
        case "exclusiveMinimum": return exclusive(member, schema["minimum"])
        case "exclusiveMaximum": return exclusive(member, schema["maximum"])
        default: return JSONMember(name: member.name, value: nested(value, in: member.name))
        }
    }

    /// In 3.0 the keyword says whether the limit beside it belongs to the range; in 3.1 it is the limit.
    private static func exclusive(_ member: JSONMember, _ limit: JSONValue?) -> JSONMember? {
        guard case .boolean(let isExclusive) = member.value else { return member }
        return isExclusive ? limit.map { JSONMember(name: member.name, value: $0) } : nil
    }

    private static func nested(_ value: JSONValue, in name: String) -> JSONValue {
        switch value {
        case .object(let members) where schemaMaps.contains(name):
            .object(members.map { JSONMember(name: $0.name, value: described($0.value)) })
        case .array(let elements) where schemaLists.contains(name): .array(elements.map(described))
        default: schemas.contains(name) ? described(value) : value
        }
    }
}

extension JSONValue? {
    fileprivate var isTrue: Bool {
        if case .boolean(true) = self { true } else { false }
    }
}
