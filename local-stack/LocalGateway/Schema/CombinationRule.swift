import CloudTemplate

/// `allOf`, `anyOf`, `oneOf` and `not`.
struct CombinationRule: SchemaRule {
    private let all: [JSONSchema]
    private let any: [JSONSchema]
    private let one: [JSONSchema]
    private let refused: [JSONSchema]

    var parts: [JSONSchema] { all + any + one + refused }

    init?(_ reader: PropertyReader) {
        guard ["allOf", "anyOf", "oneOf", "not"].contains(where: reader.holds) else { return nil }
        all = reader.readers("allOf").map { JSONSchema($0) }
        any = reader.readers("anyOf").map { JSONSchema($0) }
        one = reader.readers("oneOf").map { JSONSchema($0) }
        refused = reader.reader("not").map { [JSONSchema($0)] } ?? []
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        for schema in all { check.check(value, schema) }
        if !any.isEmpty, !any.contains(where: { check.satisfies(value, $0) }) {
            check.add("instance failed to match at least one required schema among \(any.count)")
        }
        let matched = one.count { check.satisfies(value, $0) }
        if !one.isEmpty, matched != 1 {
            check.add("instance failed to match exactly one schema (matched \(matched) out of \(one.count))")
        }
        if refused.contains(where: { check.satisfies(value, $0) }) {
            check.add("instance matched a schema which it should not have")
        }
    }
}
