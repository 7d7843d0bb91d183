package import CloudTemplate

/// A REST API as its OpenAPI document describes it, ready to answer requests.
package struct APIDefinition: Sendable {
    let methods: [APIMethod]
    let routes: RouteTable
    let schemas: SchemaSet
    let gatewayResponses: GatewayResponses
    let binaryMediaTypes: MediaTypeSet

    /// Reads an OpenAPI 3.0 document with API Gateway's extensions.
    ///
    /// What is wrong is added to the reader's problems; what is not read stays among its leftovers.
    package init(_ document: PropertyReader) {
        document.acknowledge("info", "openapi", "swagger", "tags", "externalDocs", "servers")
        document.acknowledge(OpenAPIDocument.webhooks)
        let components = document.reader("components")
        let schemas = SchemaSet(components?.reader("schemas"))
        self.schemas = schemas
        gatewayResponses = GatewayResponses(document.reader("x-amazon-apigateway-gateway-responses"))
        binaryMediaTypes = MediaTypeSet(document.texts("x-amazon-apigateway-binary-media-types") ?? [])
        let validators = RequestValidators(document)
        methods =
            document.reader("paths")?.namedReaders().flatMap { path in
                Self.methods(of: path.name, path.reader, validators, schemas)
            } ?? []
        routes = RouteTable(methods)
    }

    /// The method and path of every route, such as `GET /requests/{id}`, in the order of the document.
    package var summaries: [String] { methods.map { "\($0.name) \($0.path.text)" } }

    /// The streams of events that the document describes.
    package var eventStreams: [EventStreamDefinition] { methods.compactMap(\.eventStream) }

    private static func methods(
        of text: String,
        _ reader: PropertyReader,
        _ validators: RequestValidators,
        _ schemas: SchemaSet
    ) -> [APIMethod] {
        guard let path = PathPattern(text) else {
            reader.refuse(
                nil,
                "is no path of an API: it begins with / and has variables as whole segments only"
            )
            return []
        }
        let shared = RequestParameter.all(reader)
        reader.acknowledge("summary", "description")
        return APIMethod.names.filter(reader.holds).compactMap { name in
            reader.reader(name).flatMap { APIMethod(name, path, $0, shared, validators, schemas) }
        }
    }
}
