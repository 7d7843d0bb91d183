/// What must hold of an item before it is written, in DynamoDB's condition language.
package struct ItemCondition: Sendable, Hashable {
    /// The expression, such as `#status = :expected`.
    package let expression: String
    /// Attribute names by their placeholders, which begin with `#`: many plain words are reserved.
    package let names: [String: String]
    /// Values by their placeholders, which begin with `:`.
    package let values: [String: AttributeValue]

    /// Makes a condition.
    package init(_ expression: String, names: [String: String] = [:], values: [String: AttributeValue] = [:])
    {
        self.expression = expression
        self.names = names
        self.values = values
    }
}
