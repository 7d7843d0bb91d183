import CloudTemplate

/// `$ref` to another schema of the API.
struct ReferenceRule: SchemaRule {
    static let prefix = "#/components/schemas/"

    let name: String

    init?(_ reader: PropertyReader) {
        guard let reference = reader.text("$ref") else { return nil }
        guard reference.hasPrefix(Self.prefix) else {
            reader.refuse("$ref", "has to begin with \(Self.prefix)")
            return nil
        }
        name = String(reference.dropFirst(Self.prefix.count))
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        guard let schema = check.schemas[name] else {
            return check.add(.malformed, "there is no schema \(name)")
        }
        check.check(value, schema)
    }
}
