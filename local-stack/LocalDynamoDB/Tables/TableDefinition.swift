/// What `CreateTable` says of a table, apart from its name; it is stored as JSON.
struct TableDefinition: Codable, Sendable {
    /// An attribute of a key and its kind.
    struct Attribute: Codable, Sendable {
        var attributeName: String
        var attributeType: String
    }

    /// An attribute's part in a key.
    struct Element: Codable, Sendable {
        var attributeName: String
        var keyType: String
    }

    /// The capacity that was bought; the local stack does not limit requests by it.
    struct Throughput: Codable, Sendable {
        var readCapacityUnits: Int
        var writeCapacityUnits: Int
    }

    var attributeDefinitions: [Attribute]
    var keySchema: [Element]
    var billingMode: BillingMode?
    var provisionedThroughput: Throughput?
    var tableClass: String?
    var deletionProtectionEnabled: Bool?
    var globalSecondaryIndexes: [IndexDefinition]?
    var localSecondaryIndexes: [IndexDefinition]?

    /// The kind of that attribute; nil where it is not defined.
    func kind(of name: String) -> AttributeValue.Kind? {
        attributeDefinitions.first { $0.attributeName == name }.flatMap {
            AttributeValue.Kind(rawValue: $0.attributeType)
        }
    }

    /// The key that those elements make; nil where an attribute is not defined.
    func keys(_ elements: [Element]) -> KeySchema? {
        let attributes = elements.compactMap { element in
            kind(of: element.attributeName).map { KeyAttribute(name: element.attributeName, kind: $0) }
        }
        guard let hash = attributes.first, attributes.count == elements.count else { return nil }
        return KeySchema(hash: hash, sort: attributes.dropFirst().first)
    }
}
