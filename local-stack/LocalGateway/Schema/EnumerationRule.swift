import CloudTemplate

/// `enum` and `const`: the values that are allowed.
struct EnumerationRule: SchemaRule {
    private let allowed: Set<String>
    private let list: String
    private let words: String
    private let isOfTexts: Bool

    init?(_ reader: PropertyReader) {
        let constant = reader.node("const").map { [$0] }
        guard let nodes = reader.items("enum") ?? constant else { return nil }
        let values = nodes.map { JSONValue($0) }
        allowed = Set(values.map(\.canonicalText))
        list = JSONValue.array(values).text
        isOfTexts = values.allSatisfy { $0.string != nil }
        words = values.map { $0.string ?? $0.text }.joined(separator: ", ")
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        if allowed.contains(value.canonicalText) { return }
        check.add(
            isOfTexts && value.string == nil ? .wrongType : .notAllowed,
            "instance value (\(value.text)) not found in enum (possible values: \(list))",
            text: text(for: value)
        )
    }

    /// A number in place of a text would seem to be on the list.
    private func text(for value: JSONValue) -> String {
        let choice = words.contains(", ") ? "one of \(words)" : words
        guard isOfTexts, value.string == nil else { return "must be \(choice)" }
        return "must be a string, not \(TypeRule.words(for: TypeRule.type(of: value))): \(choice)"
    }
}
