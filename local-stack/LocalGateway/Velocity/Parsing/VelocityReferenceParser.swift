/// Parses a reference; the place is at its `$`.
struct VelocityReferenceParser {
    var scanner: VelocityScanner
    let depth: Int

    init(_ scanner: VelocityScanner, depth: Int) {
        self.scanner = scanner
        self.depth = depth
    }

    /// The reference; nil if what follows the `$` is none, so that the `$` stands for itself.
    mutating func reference() throws(VelocityError) -> VelocityReference? {
        let start = scanner
        guard scanner.take("$") else { return nil }
        let isQuiet = scanner.take("!")
        let hasBraces = scanner.take("{")
        let name = scanner.identifier()
        guard !name.isEmpty else { return nil }
        let steps = try steps()
        if hasBraces, !scanner.take("}") { throw start.error("the brace of ${\(name) is not closed") }
        return VelocityReference(
            name: name,
            steps: steps,
            isQuiet: isQuiet,
            source: scanner.text(from: start.offset),
            line: start.line
        )
    }

    private mutating func steps() throws(VelocityError) -> [VelocityReference.Step] {
        var steps: [VelocityReference.Step] = []
        while true {
            let start = scanner
            if scanner.take(".") {
                let name = scanner.identifier()
                guard !name.isEmpty else {
                    scanner = start
                    return steps
                }
                steps.append(scanner.next == "(" ? .method(name, try arguments()) : .property(name))
            } else if scanner.next == "[", beginsIndex {
                steps.append(.element(try index()))
            } else {
                return steps
            }
        }
    }

    /// A bracket after a reference is often JSON, not an index.
    private var beginsIndex: Bool {
        guard let next = scanner.peek(1) else { return false }
        return ("0"..."9").contains(next) || ["-", "$", "'", "\""].contains(next)
    }

    private mutating func index() throws(VelocityError) -> VelocityExpression {
        scanner.advance()
        var parser = VelocityExpressionParser(scanner, depth: depth + 1)
        let index = try parser.expression()
        scanner = parser.scanner
        guard scanner.take("]") else { throw scanner.error("the bracket of an index is not closed") }
        return index
    }

    private mutating func arguments() throws(VelocityError) -> [VelocityExpression] {
        scanner.advance()
        var parser = VelocityExpressionParser(scanner, depth: depth + 1)
        let arguments = try parser.expressions(until: ")")
        scanner = parser.scanner
        return arguments
    }
}
