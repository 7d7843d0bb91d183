/// An attribute by which items are found, and the kind that its values have.
struct KeyAttribute: Codable, Sendable, Hashable {
    /// The attribute's name.
    let name: String
    /// A string, number or binary.
    let kind: AttributeValue.Kind
}
