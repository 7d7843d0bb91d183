import LocalServiceKit

/// What `UpdateTable` does to a global secondary index.
struct IndexUpdate: Decodable, Sendable {
    struct Throughput: Decodable, Sendable {
        var indexName: String
        var provisionedThroughput: TableDefinition.Throughput?
    }

    struct Removal: Decodable, Sendable {
        var indexName: String
    }

    var create: IndexDefinition?
    var update: Throughput?
    var delete: Removal?

    /// Changes the definition of the table; throws where it has no such index.
    func apply(to definition: inout TableDefinition) throws(ServiceError) {
        var indexes = definition.globalSecondaryIndexes ?? []
        if let create { indexes.append(create) }
        if let name = update?.indexName ?? delete?.indexName {
            guard let position = indexes.firstIndex(where: { $0.indexName == name }) else {
                throw ServiceError(
                    "ResourceNotFoundException",
                    "Requested resource not found: Index: \(name) not found"
                )
            }
            if delete != nil { indexes.remove(at: position) }
            if let update { indexes[position].provisionedThroughput = update.provisionedThroughput }
        }
        definition.globalSecondaryIndexes = indexes.isEmpty ? nil : indexes
    }
}
