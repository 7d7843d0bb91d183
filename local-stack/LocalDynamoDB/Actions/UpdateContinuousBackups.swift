import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Says whether a table's past is to be kept.
    struct UpdateContinuousBackups: ServiceAction {
        struct Specification: Decodable {
            var pointInTimeRecoveryEnabled: Bool
        }

        struct Input: Decodable {
            var tableName: TableName
            var pointInTimeRecoverySpecification: Specification
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> DescribeContinuousBackups.Output {
            let table = try database.backedUpTable(input.tableName, context)
            let isEnabled = input.pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled
            try database.run(
                "UPDATE ddb_table SET recovery_since = CASE WHEN ? THEN COALESCE(recovery_since, ?) END WHERE id = ?",
                .bool(isEnabled),
                .timestamp(database.now),
                .integer(table.id)
            )
            return DescribeContinuousBackups.Output(
                continuousBackupsDescription: try database.continuousBackups(of: table)
            )
        }
    }
}
