import CloudTemplate

/// `allOf`, `anyOf`, `oneOf` and `not`.
struct CombinationRule: SchemaRule {
    private let all: [JSONSchema]
    private let any: [JSONSchema]
    private let one: [JSONSchema]
    private let refused: [JSONSchema]

    /// When the last alternative is asked for, in its own words, where the first is the exception from it.
    private let occasion: String?
    /// What the value has to be, in the schema's own words.
    private let description: String?

    var parts: [JSONSchema] { all + any + one + refused }

    init?(_ reader: PropertyReader) {
        guard ["allOf", "anyOf", "oneOf", "not"].contains(where: reader.holds) else { return nil }
        all = reader.readers("allOf").map { JSONSchema($0) }
        let alternatives = reader.readers("anyOf")
        any = alternatives.map { JSONSchema($0) }
        occasion = alternatives.last?.text("description")
        one = reader.readers("oneOf").map { JSONSchema($0) }
        description = reader.text("description")
        refused = reader.reader("not").map { [JSONSchema($0)] } ?? []
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        for schema in all { check.check(value, schema) }
        if !any.isEmpty, !any.contains(where: { check.satisfies(value, $0) }) {
            tellNone(of: any, value, &check)
        }
        let matched = one.count { check.satisfies(value, $0) }
        if !one.isEmpty, matched != 1 {
            let wish = matched == 0 ? "needs one of" : "may have only one of"
            check.add(
                matched == 0 ? .missing : .contradiction,
                "instance failed to match exactly one schema (matched \(matched) out of \(one.count))",
                text: Self.names(one).map { "\(wish) \($0)" } ?? otherwise
            )
        }
        if refused.contains(where: { check.satisfies(value, $0) }) {
            check.add(.contradiction, "instance matched a schema which it should not have", text: otherwise)
        }
    }

    /// Draft 4 has no `if`: where the first of two alternatives looks at nothing but members, it is the exception from the second.
    private func tellNone(of alternatives: [JSONSchema], _ value: JSONValue, _ check: inout SchemaCheck) {
        let detail = "instance failed to match at least one required schema among \(alternatives.count)"
        guard let occasion, alternatives.count == 2, alternatives[0].isCondition else {
            let wish = Self.names(alternatives).map { "needs at least one of \($0)" }
            return check.add(wish == nil ? .contradiction : .missing, detail, text: wish ?? otherwise)
        }
        for problem in check.problems(of: value, alternatives[1]) {
            check.add(problem.told(detail: detail, text: "\(problem.text) \(occasion)"))
        }
    }

    private var otherwise: String {
        if let description {
            return "must be \(description.prefix(1).lowercased())\(description.dropFirst())"
        }
        let isAllRefused = refused.contains(where: \.rules.isEmpty)
        return isAllRefused ? "must be left out" : "has none of the forms that are possible here"
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
