import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Answers whether a table's past is kept.
    struct DescribeContinuousBackups: ServiceAction {
        struct Input: Decodable {
            var tableName: TableName
        }

        struct Output: Encodable {
            var continuousBackupsDescription: ContinuousBackups
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let table = try database.backedUpTable(input.tableName, context)
            return Output(continuousBackupsDescription: try database.continuousBackups(of: table))
        }
    }
}
