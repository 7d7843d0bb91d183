package import CloudTemplate

/// An API described to its callers, in OpenAPI 3.1, made from the 3.0 document that API Gateway reads.
///
/// What only API Gateway acts on is left out: extensions, and header fields that OpenAPI says to ignore.
package struct OpenAPIDocument: Sendable {
    private let members: [JSONMember]

    /// Reads a definition whose references into the template are resolved.
    package init(_ definition: TemplateNode) {
        guard case .object(let members) = JSONValue(definition) else {
            self.members = []
            return
        }
        self.members = members.filter { !["openapi", "swagger", "servers"].contains($0.name) }
            .compactMap(Self.described)
    }

    /// The document as JSON, for callers who reach the API at `server`.
    package func text(server: String) -> String {
        let servers = JSONValue.array([.object([JSONMember(name: "url", value: .string(server))])])
        let head = [
            JSONMember(name: "openapi", value: .string("3.1.0")), JSONMember(name: "servers", value: servers),
        ]
        return JSONValue.object(head + members).text
    }

    private static func described(_ member: JSONMember) -> JSONMember? {
        if member.name.hasPrefix("x-") { return nil }
        return JSONMember(name: member.name, value: described(member.value, named: member.name))
    }

    private static func described(_ value: JSONValue, named name: String) -> JSONValue {
        switch (name, value) {
        case ("example", _), ("examples", _): value
        case ("schema", _): OpenAPISchema.described(value)
        case ("schemas", .object(let members)):
            .object(
                members.map { JSONMember(name: $0.name, value: OpenAPISchema.described($0.value)) }
            )
        case ("parameters", .array(let parameters)):
            .array(parameters.filter { !isIgnored($0) }.map { described($0, named: "") })
        case ("headers", .object(let members)):
            .object(members.filter { $0.name.lowercased() != "content-type" }.compactMap(described))
        case (_, .object(let members)): .object(members.compactMap(described))
        case (_, .array(let elements)): .array(elements.map { described($0, named: "") })
        default: value
        }
    }

    /// Whether a parameter is one of the header fields that OpenAPI describes elsewhere.
    private static func isIgnored(_ parameter: JSONValue) -> Bool {
        let ignored = ["accept", "content-type", "authorization"]
        return parameter["in"]?.string == "header"
            && ignored.contains(parameter["name"]?.string?.lowercased() ?? "")
    }
}
