import CloudTemplate

/// `type`: one of JSON's types, or a list of them; an integer is a number without a fraction.
struct TypeRule: SchemaRule {
    private static let known = ["array", "boolean", "integer", "null", "number", "object", "string"]

    private let allowed: [String]

    init?(_ reader: PropertyReader) {
        guard let types = reader.texts("type") else { return nil }
        for type in types where !Self.known.contains(type) {
            reader.refuse("type", "is \"\(type)\"; JSON knows \(Self.known.joined(separator: ", "))")
        }
        allowed = types.sorted()
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        if allows(value) { return }
        let type = Self.type(of: value)
        let words = allowed.map(Self.words(for:)).joined(separator: " or ")
        let isFraction = type == "number" && allowed.contains("integer")
        let list = JSONValue.array(allowed.map { .string($0) }).text
        check.add(
            .wrongType,
            "instance type (\(type)) does not match any allowed primitive type (allowed: \(list))",
            text: "must be \(words), not \(isFraction ? "a fraction" : Self.words(for: type))"
        )
    }

    /// Whether a value has one of the types.
    func allows(_ value: JSONValue) -> Bool {
        let type = Self.type(of: value)
        return allowed.contains(type) || (type == "integer" && allowed.contains("number"))
    }

    /// A type for people.
    static func words(for type: String) -> String {
        switch type {
        case "null": "null"
        case "integer": "a whole number"
        case "array", "object": "an \(type)"
        default: "a \(type)"
        }
    }

    /// The name of a value's type.
    static func type(of value: JSONValue) -> String {
        switch value {
        case .null: "null"
        case .boolean: "boolean"
        case .number(let digits): JSONNumber(digits)?.isInteger == true ? "integer" : "number"
        case .string: "string"
        case .array: "array"
        case .object: "object"
        }
    }
}
