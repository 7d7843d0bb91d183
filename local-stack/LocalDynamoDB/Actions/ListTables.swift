import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Lists the names of tables, a hundred at a time.
    struct ListTables: ServiceAction {
        struct Input: Decodable {
            var exclusiveStartTableName: TableName?
            var limit: Int?
        }

        struct Output: Encodable {
            var tableNames: [String]
            var lastEvaluatedTableName: String?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            var constraints: [Constraint] = []
            constraints.require(input.limit, in: 1...100, at: "limit")
            try constraints.requireNone()
            let limit = input.limit ?? 100
            let rows = try database.all(
                "SELECT name FROM ddb_table WHERE account = ? AND region = ? AND name > ? ORDER BY name LIMIT ?",
                .text(context.location.account),
                .text(context.location.region),
                .text(input.exclusiveStartTableName?.name ?? ""),
                .integer(limit + 1)
            )
            var names: [String] = []
            for row in rows.prefix(limit) {
                names.append(try row.value(Row.text, of: "name"))
            }
            return Output(
                tableNames: names,
                lastEvaluatedTableName: rows.count > limit ? names.last : nil
            )
        }
    }
}
