import LocalServiceKit
import LocalStore

extension Database {
    /// Puts an item into the indexes of its table, out of those in which it no longer belongs.
    func index(_ item: Item, at key: ItemKey, in table: Table) throws(ServiceError) {
        guard !table.indexes.isEmpty else { return }
        try run(
            "DELETE FROM ddb_index_item WHERE table_id = ? AND item_hash = ? AND item_sort = ?",
            .integer(table.id),
            .blob(key.hash),
            .blob(key.sort)
        )
        for index in table.indexes {
            guard let place = try index.place(of: item) else { continue }
            try insert(place, of: key, in: index, table)
        }
    }

    /// Puts all items into an index that the table did not have before; those that it cannot hold stay out of it.
    func fill(_ index: SecondaryIndex, of table: Table) throws(ServiceError) {
        try forEachItem(in: KeyRange(), of: ItemSource(table)) { stored throws(ServiceError) in
            if let place = try? index.place(of: stored.item()) {
                try insert(place, of: stored.key, in: index, table)
            }
            return true
        }
    }

    /// Empties an index.
    func clear(index name: String, of table: Table) throws(ServiceError) {
        try run(
            "DELETE FROM ddb_index_item WHERE table_id = ? AND index_name = ?",
            .integer(table.id),
            .text(name)
        )
    }

    private func insert(
        _ place: ItemKey,
        of key: ItemKey,
        in index: SecondaryIndex,
        _ table: Table
    ) throws(ServiceError) {
        try run(
            "INSERT INTO ddb_index_item (table_id, index_name, hash, sort, item_hash, item_sort) VALUES (?, ?, ?, ?, ?, ?)",
            .integer(table.id),
            .text(index.name),
            .blob(place.hash),
            .blob(place.sort),
            .blob(key.hash),
            .blob(key.sort)
        )
    }
}
