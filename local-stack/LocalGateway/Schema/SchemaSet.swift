import CloudTemplate

/// The schemas of an API by name, to which `$ref` refers.
struct SchemaSet: Sendable {
    private let schemas: [String: JSONSchema]

    /// Reads `components.schemas`.
    init(_ reader: PropertyReader?) {
        let named = reader?.namedReaders() ?? []
        schemas = Dictionary(uniqueKeysWithValues: named.map { ($0.name, JSONSchema($0.reader)) })
        for schema in schemas.values { checkReferences(of: schema, reader) }
    }

    /// Adds a problem for each reference to a schema that there is not.
    func checkReferences(of schema: JSONSchema, _ reader: PropertyReader?) {
        for name in schema.references.sorted() where schemas[name] == nil {
            reader?.refuse(nil, "refers to a schema that there is not: \(name)")
        }
    }

    /// The schema of a name.
    subscript(name: String) -> JSONSchema? { schemas[name] }

    /// Every way in which a value breaks a schema; none where the validator lets it pass.
    ///
    /// What the validator cannot see or leaves to others is told too, once there is a refusal anyway: so that the caller has
    /// everything at once. So is what `unseen` finds wrong beside the value.
    func problems(
        of value: JSONValue,
        _ schema: JSONSchema,
        unseen: () -> [SchemaProblem] = { [] }
    ) -> [SchemaProblem] {
        var check = SchemaCheck(self)
        check.check(value, schema)
        guard !check.problems.isEmpty || check.bindingCount > 0 else { return [] }
        let asides = check.asides + unseen()
        return check.problems.isEmpty && asides.count == check.bindingCount ? [] : check.problems + asides
    }
}
