import LocalStore

extension DynamoDB {
    /// Answers whether a table's past is kept.
    enum DescribeContinuousBackups: ServiceAction {
        struct Input: Decodable {
            var tableName: TableName
        }

        struct Output: Encodable {
            var continuousBackupsDescription: ContinuousBackups
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let table = try database.backedUpTable(input.tableName, context)
            return Output(continuousBackupsDescription: try database.continuousBackups(of: table))
        }
    }
}
