import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Deletes a table with all its items.
    struct DeleteTable: ServiceAction {
        struct Input: Decodable {
            var tableName: TableName
        }

        struct Output: Encodable {
            var tableDescription: TableDescription
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let table = try database.namedTable(input.tableName, context)
            let description = try database.description(of: table, status: "DELETING")
            guard !description.deletionProtectionEnabled else {
                throw .validation(
                    "Resource cannot be deleted as it is currently protected against deletion. "
                        + "Disable deletion protection first."
                )
            }
            try database.run("DELETE FROM ddb_item WHERE table_id = ?", .integer(table.id))
            try database.run("DELETE FROM ddb_table WHERE id = ?", .integer(table.id))
            return Output(tableDescription: description)
        }
    }
}
