import LocalStore

extension DynamoDB {
    /// Stores an item, instead of one that has its key.
    enum PutItem: ServiceAction {
        struct Input: ItemWriteRequest {
            var tableName: TableName
            var item: Item
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
                try item.requireStorable()
                return try write(.put(item))
            }
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> ItemWriteOutput {
            let write = try input.write()
            let table = try database.table(input.tableName, context)
            let wantsOld = input.returnValues == .allOld || input.returnConsumedCapacity != nil
            let change = try database.perform(write, in: table, readsOldItem: wantsOld)
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
