import LocalJSON
import LocalServiceKit
import LocalStore

extension Database {
    /// The item of that key; nil where there is none.
    func storedItem(_ key: ItemKey, in table: Table) throws(ServiceError) -> StoredItem? {
        try first(
            StoredItem.self,
            "SELECT \(StoredItem.columns) FROM ddb_item AS item WHERE table_id = ? AND hash = ? AND sort = ?",
            .integer(table.id),
            .blob(key.hash),
            .blob(key.sort)
        )
    }

    /// Puts an item into its place, instead of one that may be there.
    func store(_ item: Item, at key: ItemKey, in table: Table) throws(ServiceError) {
        try run(
            """
            INSERT INTO ddb_item (table_id, hash, sort, item, size, expires_at) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET item = excluded.item, size = excluded.size, expires_at = excluded.expires_at
            """,
            .integer(table.id),
            .blob(key.hash),
            .blob(key.sort),
            .blob(JSONWriter.write(item.wire)),
            .integer(item.size),
            .optional(table.expiry(of: item, lead: lead)?.milliseconds)
        )
        try index(item, at: key, in: table)
    }

    /// Takes the item of that key away.
    func removeItem(_ key: ItemKey, from table: Table) throws(ServiceError) {
        try run(
            "DELETE FROM ddb_item WHERE table_id = ? AND hash = ? AND sort = ?",
            .integer(table.id),
            .blob(key.hash),
            .blob(key.sort)
        )
    }
}
