/// What requests say of a secondary index.
struct IndexDefinition: Codable, Sendable {
    /// Which attributes the index holds besides the keys.
    struct Projection: Codable, Sendable {
        var projectionType: String?
        var nonKeyAttributes: [String]?
    }

    var indexName: String
    var keySchema: [TableDefinition.Element]
    var projection: Projection
    var provisionedThroughput: TableDefinition.Throughput?

    /// The index that the definition describes; nil where its key has attributes that are not defined.
    func index(in definition: TableDefinition, isGlobal: Bool) -> SecondaryIndex? {
        definition.keys(keySchema).map { keys in
            SecondaryIndex(
                name: indexName,
                isGlobal: isGlobal,
                keys: keys,
                otherAttributes: projection.projectionType == "ALL" ? nil : projection.nonKeyAttributes ?? []
            )
        }
    }
}
