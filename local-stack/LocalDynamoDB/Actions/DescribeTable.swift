import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Answers what there is to say of a table.
    struct DescribeTable: ServiceAction {
        struct Input: Decodable {
            var tableName: TableName
        }

        struct Output: Encodable {
            var table: TableDescription
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let table = try database.namedTable(input.tableName, context)
            return Output(table: try database.description(of: table))
        }
    }
}
