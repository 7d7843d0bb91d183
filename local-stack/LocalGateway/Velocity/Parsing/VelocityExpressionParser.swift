/// Parses an expression by precedence climbing.
struct VelocityExpressionParser {
    var scanner: VelocityScanner
    let depth: Int

    init(_ scanner: VelocityScanner, depth: Int) {
        self.scanner = scanner
        self.depth = depth
    }

    /// An expression whose operators bind at least as strongly as given.
    mutating func expression(strength: Int = 1) throws(VelocityError) -> VelocityExpression {
        guard depth <= VelocityParser.maximumDepth else {
            throw scanner.error("expressions are nested too deep")
        }
        var left = try operand()
        while let found = upcomingOperator(strength) {
            let line = scanner.line
            scanner = found.scanner
            let right = try expression(strength: found.operator.strength + 1)
            left = .binary(found.operator, left, right, line: line)
        }
        return left
    }

    /// Expressions between commas up to the closing character, which is passed.
    mutating func expressions(until closing: String) throws(VelocityError) -> [VelocityExpression] {
        scanner.skipSpace()
        if scanner.take(closing) { return [] }
        var expressions: [VelocityExpression] = []
        repeat {
            expressions.append(try nested())
            scanner.skipSpace()
        } while scanner.take(",")
        guard scanner.take(closing) else { throw scanner.error("\"\(closing)\" is missing") }
        return expressions
    }

    /// An expression one level deeper.
    mutating func nested() throws(VelocityError) -> VelocityExpression {
        var parser = VelocityExpressionParser(scanner, depth: depth + 1)
        let expression = try parser.expression()
        scanner = parser.scanner
        return expression
    }

    private func upcomingOperator(_ strength: Int) -> (operator: VelocityOperator, scanner: VelocityScanner)?
    {
        var ahead = scanner
        ahead.skipSpace()
        let symbol = VelocityOperator.allCases.first { ahead.sees($0.rawValue) }
        if let symbol {
            ahead.advance(symbol.rawValue.count)
        }
        let found = symbol ?? VelocityOperator.named(ahead.identifier())
        guard let found, found.strength >= strength else { return nil }
        return (found, ahead)
    }

    private mutating func operand() throws(VelocityError) -> VelocityExpression {
        scanner.skipSpace()
        switch scanner.next {
        case "!":
            scanner.advance()
            return .not(try operand(deeper: true))
        case "(": return try parenthesis()
        case "$": return .reference(try reference())
        default: return try literal()
        }
    }

    private mutating func operand(deeper: Bool) throws(VelocityError) -> VelocityExpression {
        var parser = VelocityExpressionParser(scanner, depth: depth + 1)
        guard parser.depth <= VelocityParser.maximumDepth else {
            throw scanner.error("expressions are nested too deep")
        }
        let operand = try parser.operand()
        scanner = parser.scanner
        return operand
    }

    private mutating func parenthesis() throws(VelocityError) -> VelocityExpression {
        scanner.advance()
        let inner = try nested()
        scanner.skipSpace()
        guard scanner.take(")") else { throw scanner.error("a parenthesis is not closed") }
        return inner
    }

    private mutating func reference() throws(VelocityError) -> VelocityReference {
        var parser = VelocityReferenceParser(scanner, depth: depth)
        guard let reference = try parser.reference() else {
            throw scanner.error("a reference is missing after $")
        }
        scanner = parser.scanner
        return reference
    }
}
