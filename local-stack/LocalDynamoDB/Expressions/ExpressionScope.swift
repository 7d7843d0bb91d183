import LocalServiceKit

/// The placeholders of one request, and which of them its expressions have used.
struct ExpressionScope {
    private let names: [String: String]
    private let values: [String: AttributeValue]
    private var unusedNames: Set<String>
    private var unusedValues: Set<String>

    /// The placeholders as the request gave them; throws for names that no expression can contain.
    init(names: [String: String]?, values: [String: AttributeValue]?) throws(ServiceError) {
        if let names { try Self.check(names.keys, prefix: "#", of: "ExpressionAttributeNames") }
        if let values { try Self.check(values.keys, prefix: ":", of: "ExpressionAttributeValues") }
        self.names = names ?? [:]
        self.values = values ?? [:]
        unusedNames = Set(self.names.keys)
        unusedValues = Set(self.values.keys)
    }

    private static func check(
        _ keys: some Collection<String>,
        prefix: String,
        of parameter: String
    ) throws(ServiceError) {
        guard !keys.isEmpty else { throw .validation("\(parameter) must not be empty") }
        for key in keys.sorted() {
            let tokens = ExpressionLexer.tokens(of: key)
            let kind: ExpressionToken.Kind = prefix == "#" ? .namePlaceholder : .valuePlaceholder
            guard tokens.count == 2, tokens[0].kind == kind, tokens[0].text == key else {
                throw .validation("\(parameter) contains invalid key: Syntax error; key: \"\(key)\"")
            }
        }
    }

    /// What is wrong with a path.
    enum PathProblem {
        case reservedWord(String)
        case undefinedName(String)

        var message: String {
            switch self {
            case .reservedWord(let word):
                "Attribute name is a reserved keyword; reserved keyword: \(word)"
            case .undefinedName(let name):
                "An expression attribute name used in the document path is not defined; attribute name: \(name)"
            }
        }
    }

    /// The path with its placeholders replaced; problems are told to `note`, and the path is then of no use.
    mutating func resolve(_ syntax: PathSyntax, note: (PathProblem) -> Void) -> DocumentPath {
        DocumentPath(
            elements: syntax.elements.map { element in
                switch element {
                case .index(let index): return .index(index)
                case .name(let name):
                    if ReservedWords.contains(name) { note(.reservedWord(name)) }
                    return .name(name)
                case .placeholder(let placeholder):
                    unusedNames.remove(placeholder)
                    if names[placeholder] == nil { note(.undefinedName(placeholder)) }
                    return .name(names[placeholder] ?? placeholder)
                }
            }
        )
    }

    /// The value of a placeholder; nil where the request has none.
    mutating func value(_ placeholder: String) -> AttributeValue? {
        unusedValues.remove(placeholder)
        return values[placeholder]
    }

    /// The error text for a placeholder without a value.
    static func undefinedValue(_ placeholder: String) -> String {
        "An expression attribute value used in expression is not defined; attribute value: \(placeholder)"
    }

    /// Throws where a placeholder occurs in no expression.
    func requireAllUsed() throws(ServiceError) {
        try Self.requireEmpty(unusedNames, of: "ExpressionAttributeNames")
        try Self.requireEmpty(unusedValues, of: "ExpressionAttributeValues")
    }

    private static func requireEmpty(_ unused: Set<String>, of parameter: String) throws(ServiceError) {
        guard !unused.isEmpty else { return }
        let keys = unused.sorted().joined(separator: ", ")
        throw .validation("Value provided in \(parameter) unused in expressions: keys: {\(keys)}")
    }
}
