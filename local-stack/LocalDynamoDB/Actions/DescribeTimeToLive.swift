import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Answers by which attribute a table's items expire.
    struct DescribeTimeToLive: ServiceAction {
        struct Input: Decodable {
            var tableName: TableName
        }

        struct Description: Encodable {
            var timeToLiveStatus: String
            var attributeName: String?
        }

        struct Output: Encodable {
            var timeToLiveDescription: Description
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            let attribute = try database.namedTable(input.tableName, context).timeToLiveAttribute
            let status = attribute == nil ? "DISABLED" : "ENABLED"
            return Output(
                timeToLiveDescription: Description(timeToLiveStatus: status, attributeName: attribute)
            )
        }
    }
}
