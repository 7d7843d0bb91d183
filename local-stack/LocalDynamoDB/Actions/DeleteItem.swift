import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Deletes an item, if there is one of that key.
    struct DeleteItem: ServiceAction {
        struct Input: ItemWriteRequest {
            var tableName: TableName
            var key: Item
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
                return try write(.delete(key: key))
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
