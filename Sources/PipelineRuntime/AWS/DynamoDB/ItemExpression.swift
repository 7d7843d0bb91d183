/// A change of an item, or what must hold of it, in DynamoDB's language of expressions.
package struct ItemExpression: Sendable, Hashable {
    /// The expression, such as `SET #status = :next ADD version :one`, or `#status = :expected`.
    let text: String
    /// Attribute names by their placeholders, which begin with `#`: many plain words are reserved.
    package let names: [String: String]
    /// Values by their placeholders, which begin with `:`.
    package let values: [String: AttributeValue]

    /// Makes an expression.
    package init(_ text: String, names: [String: String] = [:], values: [String: AttributeValue] = [:]) {
        self.text = text
        self.names = names
        self.values = values
    }
}
