/// Turns a condition as it was written into one that can be put to items, or says what is wrong with it.
struct ConditionResolver {
    /// The kinds of problems, the gravest first.
    enum Kind: Int {
        case redundantParentheses
        case unknownFunction
        case misusedFunction
        case reservedWord
        /// The first problem inside the first comparison or function that has one.
        case condition
    }

    /// The kinds of problems inside one comparison or function, the gravest first.
    enum InnerKind: Int {
        case undefinedPlaceholder
        case operandCount
        case sameOperands
        case operandType
    }

    private(set) var scope: ExpressionScope
    var problems = ExpressionProblems<Kind>()
    var inner = ExpressionProblems<InnerKind>()
    /// The attributes that the condition looks at, and those it looks into.
    private(set) var attributes: Set<String> = []
    private(set) var nestedAttributes: Set<String> = []

    init(scope: ExpressionScope) {
        self.scope = scope
    }

    /// The condition of that syntax; throws its gravest problem.
    mutating func resolve(
        _ syntax: ExpressionSyntax,
        hasRedundantParentheses: Bool
    ) throws(ExpressionError) -> Condition {
        if hasRedundantParentheses {
            problems.note(.redundantParentheses, "The expression has redundant parentheses;")
        }
        let condition = condition(syntax)
        try problems.throwGravest()
        return condition
    }

    private mutating func condition(_ syntax: ExpressionSyntax) -> Condition {
        switch syntax {
        case .and(let left, let right): return .and(condition(left), condition(right))
        case .or(let left, let right): return .or(condition(left), condition(right))
        case .not(let operand): return .not(condition(operand))
        default:
            inner = ExpressionProblems()
            let condition = simpleCondition(syntax)
            if let gravest = inner.gravest { problems.note(.condition, gravest.message) }
            return condition
        }
    }

    private mutating func simpleCondition(_ syntax: ExpressionSyntax) -> Condition {
        switch syntax {
        case .comparison(let comparator, let left, let right):
            return comparison(comparator, operand(left), operand(right))
        case .between(let value, let lower, let upper):
            return range(operand(value), operand(lower), operand(upper))
        case .isIn(let value, let candidates): return membership(operand(value), candidates)
        case .call(let name, let arguments): return call(name, arguments)
        default: preconditionFailure("the parser lets only conditions stand where a condition is needed")
        }
    }

    /// An operand; of the functions only `size` has a value that can be compared.
    mutating func operand(_ syntax: ExpressionSyntax) -> Condition.Operand {
        switch syntax {
        case .path(let path): return .path(self.path(path))
        case .value(let placeholder):
            if let value = scope.value(placeholder) { return .value(value) }
            inner.note(.undefinedPlaceholder, ExpressionScope.undefinedValue(placeholder))
            return .value(.null)
        case .call(let name, let arguments): return function(name, arguments)
        default: preconditionFailure("the parser lets only operands stand where an operand is needed")
        }
    }

    mutating func path(_ syntax: PathSyntax) -> DocumentPath {
        var found: [ExpressionScope.PathProblem] = []
        let path = scope.resolve(syntax) { found.append($0) }
        for problem in found {
            switch problem {
            case .reservedWord: problems.note(.reservedWord, problem.message)
            case .undefinedName: inner.note(.undefinedPlaceholder, problem.message)
            }
        }
        attributes.insert(path.attribute)
        if path.isNested { nestedAttributes.insert(path.attribute) }
        return path
    }

    private mutating func function(_ name: String, _ arguments: [ExpressionSyntax]) -> Condition.Operand {
        guard let function = ConditionFunction(rawValue: name) else {
            problems.note(.unknownFunction, "Invalid function name; function: \(name)")
            return .value(.null)
        }
        guard function == .size else {
            problems.note(
                .misusedFunction,
                "The function is not allowed to be used this way in an expression; function: \(name)"
            )
            _ = call(name, arguments)
            return .value(.null)
        }
        let operands = arguments.map { operand($0) }
        guard hasOperands(operands, for: function) else { return .value(.null) }
        requireKinds(operands, of: function.rawValue) { ![.number, .bool, .null].contains($0) }
        return .size(operands[0])
    }
}
