import CloudTemplate

/// One method of one path.
struct APIMethod: Sendable {
    /// The methods that OpenAPI names, and API Gateway's word for all others.
    static let names = [
        "get", "put", "post", "delete", "options", "head", "patch", "x-amazon-apigateway-any-method",
    ]

    /// The method in capitals; `ANY` for all.
    let name: String
    let path: PathPattern
    let parameters: [RequestParameter]
    let validator: RequestValidator
    let body: RequestBody
    let integration: Integration
    /// What answers in place of the integration where events are streamed.
    let eventStream: EventStreamDefinition?

    init?(
        _ name: String,
        _ path: PathPattern,
        _ reader: PropertyReader,
        _ shared: [RequestParameter],
        _ validators: RequestValidators,
        _ schemas: SchemaSet
    ) {
        reader.acknowledge(
            "summary",
            "description",
            "operationId",
            "tags",
            "externalDocs",
            "deprecated"
        )
        self.name = name.hasPrefix("x-") ? "ANY" : name.uppercased()
        self.path = path
        parameters = shared + RequestParameter.all(reader)
        validator = validators.validator(of: reader)
        body = RequestBody(reader.reader("requestBody"), schemas)
        eventStream = reader.reader("x-event-stream").flatMap { EventStreamDefinition($0, path: path) }
        guard let integration = reader.reader("x-amazon-apigateway-integration") else {
            reader.refuse(nil, "has no x-amazon-apigateway-integration")
            return nil
        }
        guard let integration = Integration(integration) else { return nil }
        MethodResponses(reader.reader("responses")).check(integration, reader)
        self.integration = integration
    }
}
