import LocalStore

extension DynamoDB {
    /// Deletes an item, if there is one of that key.
    enum DeleteItem: ServiceAction {
        struct Input: ItemWriteRequest {
            var tableName: TableName
            var key: Item
            var conditionExpression: String?
            var expressionAttributeNames: [String: String]?
            var expressionAttributeValues: ExpressionValues?
            var returnValues: ReturnValues?
            var returnValuesOnConditionCheckFailure: FailureReturn?
            var returnConsumedCapacity: CapacityReport?
            var expected: LegacyParameter?
            var conditionalOperator: LegacyParameter?

            func write() throws(ServiceError) -> ItemWrite {
                try returnValues?.requireOldOrNone()
                return try write(.delete(key: key))
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
            return ItemWriteOutput(
                attributes: change.attributes(input.returnValues),
                consumedCapacity: ConsumedCapacity(
                    ConsumedCapacity.writing(change),
                    of: table,
                    input.returnConsumedCapacity
                )
            )
        }
    }
}
