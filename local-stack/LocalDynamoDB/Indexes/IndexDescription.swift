import LocalServiceKit
import LocalStore

/// What answers say of a secondary index.
struct IndexDescription: Encodable, Sendable {
    var indexName: String
    var keySchema: [TableDefinition.Element]
    var projection: IndexDefinition.Projection
    var indexStatus: String?
    var provisionedThroughput: TableDescription.Throughput?
    var indexSizeBytes: Int
    var itemCount: Int
    var indexARN: String
}

extension Database {
    /// What there is to say of a table's indexes of one sort; nil where it has none.
    func descriptions(
        of indexes: [IndexDefinition]?,
        isGlobal: Bool,
        in table: Table
    ) throws(ServiceError) -> [IndexDescription]? {
        guard let indexes, !indexes.isEmpty else { return nil }
        var descriptions: [IndexDescription] = []
        for index in indexes {
            let counts = try counts(ofIndex: index.indexName, in: table)
            let throughput = TableDescription.Throughput(index.provisionedThroughput)
            descriptions.append(
                IndexDescription(
                    indexName: index.indexName,
                    keySchema: index.keySchema,
                    projection: index.projection,
                    indexStatus: isGlobal ? "ACTIVE" : nil,
                    provisionedThroughput: isGlobal ? throughput : nil,
                    indexSizeBytes: counts.size,
                    itemCount: counts.items,
                    indexARN: "\(table.arn)/index/\(index.indexName)"
                )
            )
        }
        return descriptions
    }

    private func counts(ofIndex name: String, in table: Table) throws(ServiceError) -> (items: Int, size: Int)
    {
        let row = try first(
            """
            SELECT COUNT(*) AS items, COALESCE(SUM(size), 0) AS bytes FROM ddb_index_item AS entry
            JOIN ddb_item AS item ON item.table_id = entry.table_id AND item.hash = entry.item_hash
                AND item.sort = entry.item_sort
            WHERE entry.table_id = ? AND entry.index_name = ?
            """,
            .integer(table.id),
            .text(name)
        )
        let items = try row?.value(Row.integer, of: "items")
        let size = try row?.value(Row.integer, of: "bytes")
        return (items ?? 0, size ?? 0)
    }
}
