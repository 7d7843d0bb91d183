import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Stores an item, instead of one that has its key.
    struct PutItem: ServiceAction {
        struct Input: ItemWriteRequest {
            var tableName: TableName
            var item: Item
            var conditionExpression: String?
            var expressionAttributeNames: [String: String]?
            var expressionAttributeValues: ExpressionValues?
            var expected: [String: LegacyCondition]?
            var conditionalOperator: ConditionalOperator?
            var returnValues: ReturnValues?
            var returnValuesOnConditionCheckFailure: FailureReturn?
            var returnConsumedCapacity: CapacityReport?
            var returnItemCollectionMetrics: MetricsReport?

            func write() throws(ServiceError) -> ItemWrite {
                try returnValues?.requireOldOrNone()
                try item.requireStorable()
                return try write(.put(item))
            }
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> ItemWriteOutput {
            try input.perform(database, context)
        }
    }
}
