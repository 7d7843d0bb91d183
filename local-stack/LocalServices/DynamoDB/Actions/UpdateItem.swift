import LocalStore

extension DynamoDB {
    /// Changes attributes of an item, which comes into being where there is none of that key.
    enum UpdateItem: ServiceAction {
        struct Input: ItemWriteRequest {
            var tableName: TableName
            var key: Item
            var updateExpression: String?
            var conditionExpression: String?
            var expressionAttributeNames: [String: String]?
            var expressionAttributeValues: ExpressionValues?
            var returnValues: ReturnValues?
            var returnValuesOnConditionCheckFailure: FailureReturn?
            var returnConsumedCapacity: CapacityReport?
            var attributeUpdates: LegacyParameter?
            var expected: LegacyParameter?
            var conditionalOperator: LegacyParameter?

            func write() throws(ServiceError) -> ItemWrite {
                var scope = try ExpressionScope(
                    expressionAttributeNames,
                    expressionAttributeValues,
                    for: [
                        "UpdateExpression": updateExpression, "ConditionExpression": conditionExpression,
                    ]
                )
                let (update, nestedAttributes) =
                    try scope.update(updateExpression) ?? (UpdateExpression(actions: []), [])
                let condition = try scope.condition(conditionExpression)
                try scope.requireAllUsed()
                return ItemWrite(
                    effect: .update(key: key, update, nestedAttributes: nestedAttributes),
                    condition: condition,
                    returnsItemOnFailure: returnValuesOnConditionCheckFailure == .allOld
                )
            }
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> ItemWriteOutput {
            let write = try input.write()
            let table = try database.table(input.tableName, context)
            let change = try database.perform(write, in: table)
            var update: UpdateExpression?
            if case .update(_, let expression, _) = write.effect { update = expression }
            return ItemWriteOutput(
                attributes: change.attributes(input.returnValues, of: update),
                consumedCapacity: ConsumedCapacity(
                    ConsumedCapacity.writing(change),
                    of: table,
                    input.returnConsumedCapacity
                )
            )
        }
    }
}
