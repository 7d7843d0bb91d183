import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Changes attributes of an item, which comes into being where there is none of that key.
    struct UpdateItem: ServiceAction {
        struct Input: ItemWriteRequest {
            var tableName: TableName
            var key: Item
            var updateExpression: String?
            var conditionExpression: String?
            var expressionAttributeNames: [String: String]?
            var expressionAttributeValues: ExpressionValues?
            var attributeUpdates: [String: LegacyUpdate]?
            var expected: [String: LegacyCondition]?
            var conditionalOperator: ConditionalOperator?
            var returnValues: ReturnValues?
            var returnValuesOnConditionCheckFailure: FailureReturn?
            var returnConsumedCapacity: CapacityReport?
            var returnItemCollectionMetrics: MetricsReport?

            func write() throws(ServiceError) -> ItemWrite {
                var scope = try ExpressionScope(
                    expressionAttributeNames,
                    expressionAttributeValues,
                    for: ["UpdateExpression": updateExpression, "ConditionExpression": conditionExpression],
                    besides: ["AttributeUpdates": attributeUpdates != nil, "Expected": expected != nil]
                )
                let expression = try scope.update(updateExpression)
                let replaced = try attributeUpdates?.expression()
                let update = expression?.update ?? replaced ?? UpdateExpression(actions: [])
                let nestedAttributes = expression?.nestedAttributes ?? []
                return try write(.update(key: key, update, nestedAttributes: nestedAttributes), &scope)
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
