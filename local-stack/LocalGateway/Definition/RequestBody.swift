import CloudTemplate

/// The models of a request's body by media type.
struct RequestBody: Sendable {
    let isRequired: Bool
    private let schemas: [(type: MediaType, schema: JSONSchema)]

    init(_ reader: PropertyReader?, _ schemas: SchemaSet) {
        reader?.acknowledge("description")
        isRequired = reader?.boolean("required") ?? false
        self.schemas =
            reader?.reader("content")?.namedReaders().compactMap { content in
                content.reader.acknowledge("example", "examples")
                let schema = content.reader.reader("schema").map { JSONSchema($0) }
                if let schema { schemas.checkReferences(of: schema, content.reader) }
                return schema.map { (MediaType(content.name), $0) }
            } ?? []
    }

    /// The model for a body of a media type; nil if there is none, so that nothing is checked.
    func schema(for type: MediaType) -> JSONSchema? {
        schemas.first { $0.type.matches(type) }?.schema
    }
}
