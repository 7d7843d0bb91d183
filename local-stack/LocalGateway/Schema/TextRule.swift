import CloudTemplate

/// `minLength`, `maxLength` (in Unicode scalars) and `pattern` (found anywhere in the text).
struct TextRule: SchemaRule {
    private static let lengths = 0...Int(Int32.max)

    private let minimumLength: Int?
    private let maximumLength: Int?
    private let pattern: SchemaPattern?

    init?(_ reader: PropertyReader) {
        guard ["minLength", "maxLength", "pattern"].contains(where: reader.holds) else { return nil }
        minimumLength = reader.integer("minLength", in: Self.lengths)
        maximumLength = reader.integer("maxLength", in: Self.lengths)
        pattern = reader.text("pattern").flatMap { text in
            if let pattern = SchemaPattern(text) { return pattern }
            reader.refuse("pattern", "is no regular expression: \(text)")
            return nil
        }
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        guard case .string(let text) = value else { return }
        let length = text.unicodeScalars.count
        if let minimumLength, length < minimumLength {
            check.add(
                "string \(value.text) is too short (length: \(length), required minimum: \(minimumLength))"
            )
        }
        if let maximumLength, length > maximumLength {
            check.add(
                "string \(value.text) is too long (length: \(length), maximum allowed: \(maximumLength))"
            )
        } else if let pattern, !pattern.isFound(in: text) {
            check.add("ECMA 262 regex \"\(pattern.source)\" does not match input string \(value.text)")
        }
    }
}
