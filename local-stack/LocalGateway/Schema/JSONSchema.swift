import CloudTemplate

/// A schema of an API's models: JSON Schema draft 4, as API Gateway supports it.
struct JSONSchema: Sendable {
    let rules: [any SchemaRule]

    /// Reads a schema; keywords that are not read here stay among the reader's leftovers.
    init(_ reader: PropertyReader) {
        reader.acknowledge(
            "description",
            "title",
            "example",
            "default",
            "$schema",
            "id",
            "definitions",
            "format"
        )
        for keyword in CallersKeyword.unheeded { reader.acknowledge(keyword) }
        let rules: [(any SchemaRule)?] = [
            ReferenceRule(reader), TypeRule(reader), EnumerationRule(reader), NumberRule(reader),
            TextRule(reader),
            ArrayRule(reader), ObjectRule(reader), CombinationRule(reader), AsideRule(reader),
            ArithmeticRule(reader),
        ]
        self.rules = rules.compactMap(\.self)
    }

    /// Whether it looks at nothing but some members of an object, which may all be left out.
    var isCondition: Bool {
        rules.count == 1 && (rules[0] as? ObjectRule)?.asksForMembersOnly == true
    }

    /// Whether the schema itself asks for another type than a value has.
    func refusesType(of value: JSONValue) -> Bool {
        rules.contains { ($0 as? TypeRule)?.allows(value) == false }
    }

    /// The names of all schemas to which this one and those inside of it refer.
    var references: Set<String> {
        rules.reduce(into: []) { names, rule in
            if let reference = rule as? ReferenceRule { names.insert(reference.name) }
            for part in rule.parts { names.formUnion(part.references) }
        }
    }
}
