import LocalStore

extension Database {
    /// How many rows are fetched at a time.
    private static let chunk = 128

    /// Calls `body` with the items of a range, in order, until it answers false.
    ///
    /// It begins after the key `start`; `limit` is how many items will be asked for at most, where that is known.
    func forEachItem(
        in range: KeyRange,
        of table: Table,
        after start: ItemKey? = nil,
        limit: Int? = nil,
        _ body: (StoredItem) throws(ServiceError) -> Bool
    ) throws(ServiceError) {
        let count = min(limit ?? Self.chunk, Self.chunk)
        var start = start
        while true {
            let rows = try rows(of: range, in: table, after: start, count: count)
            for row in rows {
                let stored = try row.value(StoredItem.init)
                guard try body(stored) else { return }
                start = stored.key
            }
            guard rows.count == count else { return }
        }
    }

    private func rows(
        of range: KeyRange,
        in table: Table,
        after start: ItemKey?,
        count: Int
    ) throws(ServiceError) -> [Row] {
        var clauses = ["table_id = ?"]
        var parameters: [SQLValue] = [.integer(table.id)]
        func require(_ clause: String, _ values: [UInt8]...) {
            clauses.append(clause)
            parameters += values.map { .blob($0) }
        }
        if let hash = range.hash { require("hash = ?", hash) }
        if let lower = range.lower { require(lower.isInclusive ? "sort >= ?" : "sort > ?", lower.bytes) }
        if let upper = range.upper { require(upper.isInclusive ? "sort <= ?" : "sort < ?", upper.bytes) }
        if let start {
            require("(hash, sort) \(range.isAscending ? ">" : "<") (?, ?)", start.hash, start.sort)
        }
        let order = range.isAscending ? "hash, sort" : "hash DESC, sort DESC"
        return try all(
            """
            SELECT \(StoredItem.columns) FROM ddb_item WHERE \(clauses.joined(separator: " AND "))
            ORDER BY \(order) LIMIT \(count)
            """,
            parameters: parameters
        )
    }
}
