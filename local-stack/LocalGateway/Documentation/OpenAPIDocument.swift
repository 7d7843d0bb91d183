package import CloudTemplate

/// An API described to its callers, in OpenAPI 3.1, made from the 3.0 document that API Gateway reads.
///
/// What only API Gateway acts on is left out: extensions, and header fields that OpenAPI says to ignore. What a path answers to
/// other methods is told at each of those that it has, for it has no place of its own.
package struct OpenAPIDocument: Sendable {
    /// The webhooks of OpenAPI 3.1 under a name that a document of 3.0 may have.
    static let webhooks = "x-webhooks"

    private static let operations: Set = [
        "get", "put", "post", "delete", "options", "head", "patch", "trace",
    ]

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
        if member.name == webhooks { return described(JSONMember(name: "webhooks", value: member.value)) }
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
        case ("paths", .object(let paths)):
            .object(
                paths.compactMap { described(JSONMember(name: $0.name, value: withOtherMethods($0.value))) }
            )
        case (_, .object(let members)): .object(members.compactMap(described))
        case (_, .array(let elements)): .array(elements.map { described($0, named: "") })
        default: value
        }
    }

    /// A path whose operations tell what other methods are answered.
    private static func withOtherMethods(_ path: JSONValue) -> JSONValue {
        let others = path["x-amazon-apigateway-any-method"]?["responses"]
        guard case .object(let members) = path, case .object(let answers)? = others else { return path }
        return .object(members.map { operations.contains($0.name) ? adding(answers, to: $0) : $0 })
    }

    private static func adding(_ answers: [JSONMember], to operation: JSONMember) -> JSONMember {
        guard case .object(let members) = operation.value else { return operation }
        let told = members.map { member in
            guard member.name == "responses", case .object(let own) = member.value else { return member }
            let names = Set(own.map(\.name))
            let all = (own + answers.filter { !names.contains($0.name) }).sorted { $0.name < $1.name }
            return JSONMember(name: member.name, value: .object(all))
        }
        return JSONMember(name: operation.name, value: .object(told))
    }

    /// Whether a parameter is one of the header fields that OpenAPI describes elsewhere.
    private static func isIgnored(_ parameter: JSONValue) -> Bool {
        let ignored = ["accept", "content-type", "authorization"]
        return parameter["in"]?.string == "header"
            && ignored.contains(parameter["name"]?.string?.lowercased() ?? "")
    }
}
