import LocalServiceKit
import LocalStore

extension Database {
    /// Lets the table's items expire by that attribute, or by none; holds for items that are there already, too.
    func setTimeToLive(_ attribute: String?, of table: Table) throws(ServiceError) {
        try run(
            "UPDATE ddb_table SET time_to_live = ? WHERE id = ?",
            .optional(attribute),
            .integer(table.id)
        )
        guard attribute != nil else {
            try run("UPDATE ddb_item SET expires_at = NULL WHERE table_id = ?", .integer(table.id))
            return
        }
        let changed = try first("SELECT \(Table.columns) FROM ddb_table WHERE id = ?", .integer(table.id))
        guard let changed = try changed?.value(Table.init)
        else { throw .tableNotFound(table.name) }
        try forEachItem(in: KeyRange(), of: ItemSource(changed)) { stored throws(ServiceError) in
            try run(
                "UPDATE ddb_item SET expires_at = ? WHERE table_id = ? AND hash = ? AND sort = ?",
                .optional(changed.expiry(of: try stored.item(), lead: lead)?.milliseconds),
                .integer(table.id),
                .blob(stored.key.hash),
                .blob(stored.key.sort)
            )
            return true
        }
    }
}
