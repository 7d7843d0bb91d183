import FoundationEssentials
import LocalServiceKit
import LocalStore

extension Database {
    /// The table of that name; nil where there is none.
    func existingTable(_ name: TableName, _ context: ActionContext) throws(ServiceError) -> Table? {
        let location = name.location ?? context.location
        return try first(
            Table.self,
            "SELECT \(Table.columns) FROM ddb_table WHERE account = ? AND region = ? AND name = ?",
            .text(location.account),
            .text(location.region),
            .text(name.name)
        )
    }

    /// The table of that name, for actions on items; throws where there is none.
    func table(_ name: TableName, _ context: ActionContext) throws(ServiceError) -> Table {
        guard let table = try existingTable(name, context) else { throw .tableNotFound }
        return table
    }

    /// The table of that name, for actions on tables, whose error names it; throws where there is none.
    func namedTable(_ name: TableName, _ context: ActionContext) throws(ServiceError) -> Table {
        guard let table = try existingTable(name, context) else { throw .tableNotFound(name.name) }
        return table
    }

    /// Creates a table; throws where there is one of that name.
    func createTable(
        _ name: TableName,
        _ definition: TableDefinition,
        tags: [String: String],
        _ context: ActionContext
    ) throws(ServiceError) -> Table {
        guard try existingTable(name, context) == nil else {
            throw ServiceError("ResourceInUseException", "Table already exists: \(name.name)")
        }
        guard let keys = definition.keys(definition.keySchema) else { throw .keyMismatch }
        try run(
            """
            INSERT INTO ddb_table (account, region, name, uuid, hash_name, hash_kind, sort_name, sort_kind, definition,
                indexes, tags, created_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            .text(context.location.account),
            .text(context.location.region),
            .text(name.name),
            .text(UUID().uuidString.lowercased()),
            .text(keys.hash.name),
            .text(keys.hash.kind.rawValue),
            .optional(keys.sort?.name),
            .optional(keys.sort?.kind.rawValue),
            .json(definition),
            definition.indexes.isEmpty ? .null : .json(definition.indexes),
            .text(tags.json),
            .timestamp(now)
        )
        return try namedTable(name, context)
    }

    /// What was said of the table when it was created, and changed since.
    func definition(of table: Table) throws(ServiceError) -> TableDefinition {
        let definition = try first(
            TableDefinition.self,
            "SELECT definition FROM ddb_table WHERE id = ?",
            .integer(table.id)
        )
        guard let definition else { throw .tableNotFound(table.name) }
        return definition
    }

    /// Replaces what is said of the table; its key stays as it is.
    func replace(_ definition: TableDefinition, of table: Table) throws(ServiceError) {
        try run(
            "UPDATE ddb_table SET definition = ?, indexes = ? WHERE id = ?",
            .json(definition),
            definition.indexes.isEmpty ? .null : .json(definition.indexes),
            .integer(table.id)
        )
    }
}

extension TableDefinition: RowReadable {
    init(_ row: Row) throws(StoreError) {
        self = try row.decoded("definition", as: TableDefinition.self)
    }
}
