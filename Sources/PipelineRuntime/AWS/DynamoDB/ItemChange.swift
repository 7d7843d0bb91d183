/// A change of attributes, in DynamoDB's update language.
package struct ItemChange: Sendable, Hashable {
    /// The expression, such as `SET #status = :next ADD version :one`.
    package let expression: String
    /// Attribute names by their placeholders, which begin with `#`: many plain words are reserved.
    package let names: [String: String]
    /// Values by their placeholders, which begin with `:`.
    package let values: [String: AttributeValue]

    /// Makes a change.
    package init(_ expression: String, names: [String: String] = [:], values: [String: AttributeValue] = [:])
    {
        self.expression = expression
        self.names = names
        self.values = values
    }
}
