extension ExpressionParser {
    /// A document path such as `a.#b[3]`.
    mutating func path() throws(ExpressionError) -> PathSyntax {
        var path = PathSyntax(elements: [try pathName()])
        while true {
            if skip(".") {
                path.elements.append(try pathName())
            } else if skip("[") {
                guard next.kind == .number, let index = Int(next.text) else { throw unexpected }
                take()
                try expect("]")
                path.elements.append(.index(index))
            } else {
                return path
            }
        }
    }

    private mutating func pathName() throws(ExpressionError) -> PathSyntax.Element {
        switch next.kind {
        case .name: return .name(take().text)
        case .namePlaceholder: return .placeholder(take().text)
        default: throw unexpected
        }
    }

    /// A name, a value or a function's call.
    mutating func operand() throws(ExpressionError) -> ExpressionSyntax {
        switch next.kind {
        case .valuePlaceholder: return .value(take().text)
        case .name where isSecond("("): return try call()
        default: return .path(try path())
        }
    }

    /// A function's name and its arguments, at least one.
    mutating func call() throws(ExpressionError) -> ExpressionSyntax {
        let name = take().text
        try expect("(")
        return .call(name, try list { parser throws(ExpressionError) in try parser.operandOrGroup() })
    }

    /// One or more of something, separated by commas, up to the closing bracket.
    mutating func list<Element>(
        of element: (inout ExpressionParser) throws(ExpressionError) -> Element
    ) throws(ExpressionError) -> [Element] {
        var elements = [try element(&self)]
        while skip(",") { elements.append(try element(&self)) }
        try expect(")")
        return elements
    }

    /// An operand, or one in brackets.
    mutating func operandOrGroup() throws(ExpressionError) -> ExpressionSyntax {
        guard skip("(") else { return try operand() }
        let inner = try operandOrGroup()
        try expect(")")
        return inner
    }
}
