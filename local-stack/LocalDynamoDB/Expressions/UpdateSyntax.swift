/// An update as it was written: its sections in order.
struct UpdateSyntax: Sendable {
    enum Keyword: String, Sendable, CaseIterable {
        case set = "SET"
        case remove = "REMOVE"
        case add = "ADD"
        case delete = "DELETE"
    }

    /// One step of a section.
    enum Action: Sendable {
        case set(PathSyntax, Value)
        case remove(PathSyntax)
        case add(PathSyntax, String)
        case delete(PathSyntax, String)
    }

    /// The right side of a SET.
    indirect enum Value: Sendable {
        case operand(ExpressionSyntax)
        case sum(ExpressionSyntax, ExpressionSyntax)
        case difference(ExpressionSyntax, ExpressionSyntax)
    }

    var sections: [(keyword: Keyword, actions: [Action])] = []
}

extension ExpressionParser {
    /// A whole update expression.
    mutating func update() throws(ExpressionError) -> UpdateSyntax {
        var update = UpdateSyntax()
        repeat {
            guard next.kind == .name, let keyword = UpdateSyntax.Keyword(rawValue: next.text.uppercased())
            else { throw unexpected }
            take()
            var actions = [try action(keyword)]
            while skip(",") { actions.append(try action(keyword)) }
            update.sections.append((keyword, actions))
        } while next.kind != .end
        return update
    }

    private mutating func action(
        _ keyword: UpdateSyntax.Keyword
    ) throws(ExpressionError) -> UpdateSyntax.Action {
        let path = try path()
        switch keyword {
        case .set:
            try expect("=")
            return .set(path, try updateValue())
        case .remove: return .remove(path)
        case .add: return .add(path, try valuePlaceholder())
        case .delete: return .delete(path, try valuePlaceholder())
        }
    }

    private mutating func valuePlaceholder() throws(ExpressionError) -> String {
        guard next.kind == .valuePlaceholder else { throw unexpected }
        return take().text
    }

    /// The right side of a SET; brackets around the whole of it or around an operand are allowed.
    private mutating func updateValue() throws(ExpressionError) -> UpdateSyntax.Value {
        if skip("(") {
            let inner = try updateValue()
            try expect(")")
            guard case .operand(let operand) = inner else { return inner }
            return try arithmetic(on: operand)
        }
        return try arithmetic(on: try operand())
    }

    private mutating func arithmetic(on left: ExpressionSyntax) throws(ExpressionError) -> UpdateSyntax.Value
    {
        if skip("+") { return .sum(left, try operandOrGroup()) }
        if skip("-") { return .difference(left, try operandOrGroup()) }
        return .operand(left)
    }
}
