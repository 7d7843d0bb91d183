/// Turns an update as it was written into one that can be applied, or says what is wrong with it.
struct UpdateResolver {
    /// The kinds of problems, the gravest first.
    private enum Kind: Int {
        case reservedWord
        case unknownFunction
        case repeatedSection
        case undefinedName
        case undefinedValue
        case overlap
        case conflict
        case operand
        case function
    }

    private(set) var scope: ExpressionScope
    private var problems = ExpressionProblems<Kind>()
    /// The attributes that the update looks into, on either side.
    private(set) var nestedAttributes: Set<String> = []

    init(scope: ExpressionScope) {
        self.scope = scope
    }

    /// The update of that text; throws its gravest problem.
    mutating func resolve(_ text: String) throws(ExpressionError) -> UpdateExpression {
        var parser = try ExpressionParser(text)
        let syntax = try parser.update()
        var keywords: Set<UpdateSyntax.Keyword> = []
        var actions: [UpdateExpression.Action] = []
        for section in syntax.sections {
            actions += section.actions.map { action($0) }
            guard !keywords.insert(section.keyword).inserted else { continue }
            let name = section.keyword.rawValue
            let message = "The \"\(name)\" section can only be used once in an update expression;"
            problems.note(.repeatedSection, message)
        }
        for (one, two, collision) in actions.map(\.path).collisions {
            problems.note(collision == .overlap ? .overlap : .conflict, collision.message(one, two))
        }
        try problems.throwGravest()
        return UpdateExpression(actions: actions)
    }

    private mutating func action(_ syntax: UpdateSyntax.Action) -> UpdateExpression.Action {
        switch syntax {
        case .set(let path, let value): .set(self.path(path), self.value(value))
        case .remove(let path): .remove(self.path(path))
        case .add(let path, let value):
            .add(self.path(path), change(value, "ADD") { $0 == .number || $0.isSet })
        case .delete(let path, let value): .delete(self.path(path), change(value, "DELETE", \.isSet))
        }
    }

    /// The operand of ADD and DELETE, which must be of a kind that the section takes.
    private mutating func change(
        _ placeholder: String,
        _ section: String,
        _ isAllowed: (AttributeValue.Kind) -> Bool
    ) -> AttributeValue {
        let value = literal(placeholder)
        if let value, !isAllowed(value.kind) {
            problems.note(
                .operand,
                "Incorrect operand type for operator or function; "
                    + "operator: \(section), operand type: \(value.kind.longName)"
            )
        }
        return value ?? .null
    }

    private mutating func path(_ syntax: PathSyntax) -> DocumentPath {
        var found: [ExpressionScope.PathProblem] = []
        let path = scope.resolve(syntax) { found.append($0) }
        for problem in found {
            switch problem {
            case .reservedWord: problems.note(.reservedWord, problem.message)
            case .undefinedName: problems.note(.undefinedName, problem.message)
            }
        }
        if path.isNested { nestedAttributes.insert(path.attribute) }
        return path
    }

    private mutating func literal(_ placeholder: String) -> AttributeValue? {
        let value = scope.value(placeholder)
        if value == nil { problems.note(.undefinedValue, ExpressionScope.undefinedValue(placeholder)) }
        return value
    }

    private mutating func value(_ syntax: UpdateSyntax.Value) -> UpdateExpression.Value {
        switch syntax {
        case .operand(let operand): self.operand(operand)
        case .sum(let left, let right): .sum(number(left, "+"), number(right, "+"))
        case .difference(let left, let right): .difference(number(left, "-"), number(right, "-"))
        }
    }

    private mutating func number(_ syntax: ExpressionSyntax, _ name: String) -> UpdateExpression.Value {
        typed(syntax, as: .number, in: name)
    }

    /// An operand that must be of that kind where its kind is known already.
    private mutating func typed(
        _ syntax: ExpressionSyntax,
        as kind: AttributeValue.Kind,
        in name: String
    ) -> UpdateExpression.Value {
        let value = operand(syntax)
        if case .literal(let literal) = value, literal.kind != kind {
            problems.note(
                .function,
                "Incorrect operand type for operator or function; "
                    + "operator or function: \(name), operand type: \(literal.kind.rawValue)"
            )
        }
        return value
    }

    private mutating func operand(_ syntax: ExpressionSyntax) -> UpdateExpression.Value {
        switch syntax {
        case .path(let path): .path(self.path(path))
        case .value(let placeholder): literal(placeholder).map { .literal($0) } ?? .nothing
        case .call(let name, let arguments): call(name, arguments)
        default: preconditionFailure("the parser lets only operands stand on the right of a SET")
        }
    }

    private mutating func call(_ name: String, _ arguments: [ExpressionSyntax]) -> UpdateExpression.Value {
        switch (name, arguments.count) {
        case ("if_not_exists", 2):
            guard case .path(let path) = arguments[0] else {
                problems.note(
                    .function,
                    "Operator or function requires a document path; operator or function: \(name)"
                )
                return .nothing
            }
            return .ifNotExists(self.path(path), operand(arguments[1]))
        case ("list_append", 2):
            return .listAppend(
                typed(arguments[0], as: .list, in: name),
                typed(arguments[1], as: .list, in: name)
            )
        case ("if_not_exists", let count), ("list_append", let count):
            problems.note(
                .function,
                "Incorrect number of operands for operator or function; "
                    + "operator or function: \(name), number of operands: \(count)"
            )
        default: problems.note(.unknownFunction, "Invalid function name; function: \(name)")
        }
        for argument in arguments { _ = operand(argument) }
        return .nothing
    }
}

extension UpdateExpression.Value {
    /// Stands where a problem was noted; it is never evaluated.
    fileprivate static let nothing = UpdateExpression.Value.literal(.null)
}
