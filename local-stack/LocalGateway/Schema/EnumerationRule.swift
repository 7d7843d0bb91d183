import CloudTemplate

/// `enum` and `const`: the values that are allowed.
struct EnumerationRule: SchemaRule {
    private let allowed: Set<String>
    private let list: String
    private let words: String

    init?(_ reader: PropertyReader) {
        let constant = reader.node("const").map { [$0] }
        guard let nodes = reader.items("enum") ?? constant else { return nil }
        let values = nodes.map { JSONValue($0) }
        allowed = Set(values.map(\.canonicalText))
        list = JSONValue.array(values).text
        words = values.map { $0.string ?? $0.text }.joined(separator: ", ")
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        if allowed.contains(value.canonicalText) { return }
        check.add(
            "instance value (\(value.text)) not found in enum (possible values: \(list))",
            text: words.contains(", ") ? "must be one of \(words)" : "must be \(words)"
        )
    }
}
