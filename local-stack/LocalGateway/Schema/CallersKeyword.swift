/// `x-schema-KEYWORD`, a keyword for callers alone: one that OpenAPI 3.0 does not know, or whose rule something else than the
/// request validator enforces.
enum CallersKeyword {
    private static let prefix = "x-schema-"

    /// The form that the names of an object's members have; the gateway tells of others beside what it refuses.
    static let propertyNames = "\(prefix)propertyNames"

    /// Those by which the gateway itself does nothing.
    static let unheeded = ["uniqueItems", "contentMediaType", "contentSchema"].map { prefix + $0 }

    /// The keyword that callers see; nil for any other member of a schema.
    static func keyword(_ name: String) -> String? {
        name.hasPrefix(prefix) ? String(name.dropFirst(prefix.count)) : nil
    }
}
