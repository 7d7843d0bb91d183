import CloudTemplate

/// `required`, `properties`, `additionalProperties`, `minProperties` and `maxProperties`.
struct ObjectRule: SchemaRule {
    private enum Others: Sendable {
        case allowed, refused
        case checked(JSONSchema)
    }

    let required: [String]
    private let properties: [String: JSONSchema]
    private let others: Others
    private let minimumCount: Int?
    private let maximumCount: Int?

    var parts: [JSONSchema] {
        if case .checked(let schema) = others {
            properties.values + [schema]
        } else {
            Array(properties.values)
        }
    }

    /// Whether it has `properties` and no other keyword.
    let asksForMembersOnly: Bool

    init?(_ reader: PropertyReader) {
        let counts = 0...Int(Int32.max)
        let names = ["required", "properties", "additionalProperties", "minProperties", "maxProperties"]
        let held = names.filter(reader.holds)
        guard !held.isEmpty else { return nil }
        asksForMembersOnly = held == ["properties"]
        required = reader.texts("required")?.sorted() ?? []
        let named = reader.reader("properties")?.namedReaders() ?? []
        properties = Dictionary(uniqueKeysWithValues: named.map { ($0.name, JSONSchema($0.reader)) })
        others = Self.others(reader)
        minimumCount = reader.integer("minProperties", in: counts)
        maximumCount = reader.integer("maxProperties", in: counts)
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        guard case .object(let members) = value else { return }
        checkNames(Set(members.map(\.name)), &check)
        for member in members {
            if let schema = properties[member.name] {
                check.check(member.value, at: member.name, schema)
            } else if case .checked(let schema) = others {
                check.check(member.value, at: member.name, schema)
            }
        }
    }

    private var known: String {
        if properties.isEmpty { return "is not known; no field is expected here" }
        return "is not known; known are \(properties.keys.sorted().joined(separator: ", "))"
    }

    private var expectation: String { CountText.count(minimumCount, maximumCount, of: "field") }

    private func checkNames(_ names: Set<String>, _ check: inout SchemaCheck) {
        let missing = required.filter { !names.contains($0) }
        if !missing.isEmpty {
            check.add(
                .missing,
                "object has missing required properties (\(Self.list(missing)))",
                text: "is required",
                about: missing
            )
        }
        let unknown = names.filter { properties[$0] == nil }.sorted()
        if case .refused = others, !unknown.isEmpty {
            check.add(
                .unknownField,
                "object instance has properties which are not allowed by the schema: \(Self.list(unknown))",
                text: known,
                about: unknown
            )
        }
        if let minimumCount, names.count < minimumCount {
            check.add(
                .outOfRange,
                "object has too few properties (found \(names.count) but schema requires at least \(minimumCount))",
                text: expectation
            )
        }
        if let maximumCount, names.count > maximumCount {
            check.add(
                .tooMany,
                "object has too many properties (found \(names.count) but schema requires at most \(maximumCount))",
                text: expectation
            )
        }
    }

    private static func list(_ names: [String]) -> String { JSONValue.array(names.map { .string($0) }).text }

    private static func others(_ reader: PropertyReader) -> Others {
        guard let node = reader.node("additionalProperties") else { return .allowed }
        if let boolean = node.scalar?.boolean { return boolean ? .allowed : .refused }
        return reader.reader("additionalProperties").map { .checked(JSONSchema($0)) } ?? .allowed
    }
}
