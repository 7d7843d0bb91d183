/// A condition, key condition or filter as a request gave it.
struct ConditionExpression: Sendable {
    let condition: Condition
    /// The attributes that it looks at.
    let attributes: Set<String>
    /// The attributes that it looks into.
    let nestedAttributes: Set<String>

    /// A condition that came without a text.
    init(_ condition: Condition, attributes: Set<String>) {
        self.condition = condition
        self.attributes = attributes
        nestedAttributes = []
    }

    /// The condition of that text; throws what is wrong with it.
    init(_ text: String, scope: inout ExpressionScope) throws(ExpressionError) {
        var parser = try ExpressionParser(text)
        let syntax = try parser.condition()
        var resolver = ConditionResolver(scope: scope)
        condition = try resolver.resolve(
            syntax,
            hasRedundantParentheses: parser.hasRedundantParentheses
        )
        attributes = resolver.attributes
        nestedAttributes = resolver.nestedAttributes
        scope = resolver.scope
    }
}

extension UpdateExpression {
    /// The update of that text and the attributes that it looks into; throws what is wrong with it.
    static func parse(
        _ text: String,
        scope: inout ExpressionScope
    ) throws(ExpressionError) -> (update: UpdateExpression, nestedAttributes: Set<String>) {
        var resolver = UpdateResolver(scope: scope)
        let update = try resolver.resolve(text)
        scope = resolver.scope
        return (update, resolver.nestedAttributes)
    }
}
