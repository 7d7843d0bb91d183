extension ExpressionParser {
    /// A whole condition, key condition or filter.
    mutating func condition() throws(ExpressionError) -> ExpressionSyntax {
        let condition = try disjunction().syntax
        try requireCondition(condition)
        try expectEnd()
        return condition
    }

    /// What was read, and whether it was one group in brackets.
    private typealias Reading = (syntax: ExpressionSyntax, isGroup: Bool)

    private mutating func disjunction() throws(ExpressionError) -> Reading {
        let left = try conjunction()
        guard isAt(keyword: "OR") else { return left }
        try requireCondition(left.syntax)
        take()
        let right = try disjunction().syntax
        try requireCondition(right)
        return (.or(left.syntax, right), false)
    }

    private mutating func conjunction() throws(ExpressionError) -> Reading {
        let left = try negation()
        guard isAt(keyword: "AND") else { return left }
        try requireCondition(left.syntax)
        take()
        let right = try conjunction().syntax
        try requireCondition(right)
        return (.and(left.syntax, right), false)
    }

    private mutating func negation() throws(ExpressionError) -> Reading {
        guard skip(keyword: "NOT") else { return try comparison() }
        let inner = try negation().syntax
        try requireCondition(inner)
        return (.not(inner), false)
    }

    /// A comparison, or the group or operand that stands where one could begin.
    private mutating func comparison() throws(ExpressionError) -> Reading {
        let left: Reading = isAt("(") ? try group() : (try operand(), false)
        guard let relation = try relation(to: left.syntax) else { return left }
        return (relation, false)
    }

    private mutating func group() throws(ExpressionError) -> Reading {
        try expect("(")
        let inner = try disjunction()
        try expect(")")
        if inner.isGroup { hasRedundantParentheses = true }
        return (inner.syntax, true)
    }

    /// What a comparator, BETWEEN or IN makes of the operand before it; nil where none follows.
    private mutating func relation(
        to left: ExpressionSyntax
    ) throws(ExpressionError) -> ExpressionSyntax? {
        let comparator = next.kind == .symbol ? Comparator(rawValue: next.text) : nil
        let isRelation = comparator != nil || isAt(keyword: "BETWEEN") || isAt(keyword: "IN")
        guard isRelation else { return nil }
        guard left.isOperand else { throw unexpected }
        if let comparator {
            take()
            return .comparison(comparator, left, try operandOrGroup())
        }
        return try skip(keyword: "BETWEEN") ? range(of: left) : membership(of: left)
    }

    private mutating func range(of left: ExpressionSyntax) throws(ExpressionError) -> ExpressionSyntax {
        let lower = try operandOrGroup()
        guard skip(keyword: "AND") else { throw unexpected }
        return .between(left, lower, try operandOrGroup())
    }

    private mutating func membership(of left: ExpressionSyntax) throws(ExpressionError) -> ExpressionSyntax {
        take()
        try expect("(")
        return .isIn(left, try list { parser throws(ExpressionError) in try parser.operandOrGroup() })
    }

    /// Throws where what was read is a name or a value and the condition that should follow it is missing.
    private func requireCondition(_ syntax: ExpressionSyntax) throws(ExpressionError) {
        if syntax.isBareOperand { throw unexpected }
    }
}
