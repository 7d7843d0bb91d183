import CloudTemplate

/// `allOf`, `anyOf`, `oneOf` and `not`.
struct CombinationRule: SchemaRule {
    private let all: [JSONSchema]
    private let any: [JSONSchema]
    private let one: [JSONSchema]
    private let refused: [JSONSchema]

    /// What the value has to be, in the schema's own words.
    private let description: String?

    var parts: [JSONSchema] { all + any + one + refused }

    init?(_ reader: PropertyReader) {
        guard ["allOf", "anyOf", "oneOf", "not"].contains(where: reader.holds) else { return nil }
        all = reader.readers("allOf").map { JSONSchema($0) }
        any = reader.readers("anyOf").map { JSONSchema($0) }
        one = reader.readers("oneOf").map { JSONSchema($0) }
        description = reader.text("description")
        refused = reader.reader("not").map { [JSONSchema($0)] } ?? []
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        for schema in all { check.check(value, schema) }
        if !any.isEmpty, !any.contains(where: { check.satisfies(value, $0) }) {
            check.add(
                "instance failed to match at least one required schema among \(any.count)",
                text: Self.names(any).map { "needs at least one of \($0)" } ?? otherwise
            )
        }
        let matched = one.count { check.satisfies(value, $0) }
        if !one.isEmpty, matched != 1 {
            let wish = matched == 0 ? "needs one of" : "may have only one of"
            check.add(
                "instance failed to match exactly one schema (matched \(matched) out of \(one.count))",
                text: Self.names(one).map { "\(wish) \($0)" } ?? otherwise
            )
        }
        if refused.contains(where: { check.satisfies(value, $0) }) {
            check.add("instance matched a schema which it should not have", text: otherwise)
        }
    }

    private var otherwise: String {
        description.map { "must be \($0.prefix(1).lowercased())\($0.dropFirst())" }
            ?? "has none of the forms that are possible here"
    }

    /// The members that alternatives ask for, where they ask for nothing else.
    private static func names(_ alternatives: [JSONSchema]) -> String? {
        let required = alternatives.compactMap { schema -> String? in
            guard schema.rules.count == 1, let rule = schema.rules[0] as? ObjectRule, !rule.required.isEmpty
            else { return nil }
            return rule.required.joined(separator: " with ")
        }
        return required.count == alternatives.count ? required.joined(separator: ", ") : nil
    }
}
