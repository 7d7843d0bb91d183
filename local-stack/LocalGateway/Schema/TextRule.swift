import CloudTemplate

/// `minLength`, `maxLength` (in Unicode scalars) and `pattern` (found anywhere in the text).
struct TextRule: SchemaRule {
    private static let lengths = 0...Int(Int32.max)

    private let minimumLength: Int?
    private let maximumLength: Int?
    private let pattern: SchemaPattern?
    /// What the text has to be, in the schema's own words.
    private let description: String?
    /// The code of whatever breaks it, where that is one of its own.
    private let code: SchemaProblem.Code?

    init?(_ reader: PropertyReader) {
        guard ["minLength", "maxLength", "pattern"].contains(where: reader.holds) else { return nil }
        minimumLength = reader.integer("minLength", in: Self.lengths)
        maximumLength = reader.integer("maxLength", in: Self.lengths)
        description = reader.text("description")
        code = reader.text("x-code").map { SchemaProblem.Code(rawValue: $0) }
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
                lengthCode,
                "string \(value.text) is too short (length: \(length), required minimum: \(minimumLength))",
                text: expectation
            )
        }
        if let maximumLength, length > maximumLength {
            check.add(
                lengthCode,
                "string \(value.text) is too long (length: \(length), maximum allowed: \(maximumLength))",
                text: expectation
            )
        } else if let pattern, !pattern.isFound(in: text) {
            check.add(
                code ?? .invalidFormat,
                "ECMA 262 regex \"\(pattern.source)\" does not match input string \(value.text)",
                text: description.map(Self.demand) ?? "does not have the form that is asked for"
            )
        }
    }

    /// The length belongs to the form where one sentence tells both.
    private var lengthCode: SchemaProblem.Code {
        code ?? (pattern != nil && description != nil ? .invalidFormat : .outOfRange)
    }

    private var expectation: String {
        description.map(Self.demand) ?? CountText.count(minimumLength, maximumLength, of: "character")
    }

    private static func demand(_ description: String) -> String {
        let sentence = description.hasSuffix(".") ? String(description.dropLast()) : description
        return "must be " + sentence.prefix(1).lowercased() + sentence.dropFirst()
    }
}
