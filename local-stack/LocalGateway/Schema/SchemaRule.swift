/// What one or a few keywords of JSON Schema ask of a value.
protocol SchemaRule: Sendable {
    /// The schemas inside of the rule.
    var parts: [JSONSchema] { get }

    /// Adds a problem for everything that the value breaks.
    func check(_ value: JSONValue, _ check: inout SchemaCheck)
}

extension SchemaRule {
    var parts: [JSONSchema] { [] }
}
