import LocalServiceKit
import LocalStore

/// The input of an action that writes one item; a transaction consists of them, too.
protocol ItemWriteRequest: Decodable, Sendable {
    /// The table.
    var tableName: TableName { get }
    var conditionExpression: String? { get }
    var expressionAttributeNames: [String: String]? { get }
    var expressionAttributeValues: ExpressionValues? { get }
    var expected: [String: LegacyCondition]? { get }
    var conditionalOperator: ConditionalOperator? { get }
    var returnValues: ReturnValues? { get }
    var returnValuesOnConditionCheckFailure: FailureReturn? { get }
    var returnConsumedCapacity: CapacityReport? { get }
    var returnItemCollectionMetrics: MetricsReport? { get }

    /// What the request asks for; throws where it breaks a rule that holds for every table.
    func write() throws(ServiceError) -> ItemWrite
}

extension ItemWriteRequest {
    /// A write with the request's condition, which is the only expression it has.
    func write(_ effect: ItemWrite.Effect) throws(ServiceError) -> ItemWrite {
        var scope = try ExpressionScope(
            expressionAttributeNames,
            expressionAttributeValues,
            for: ["ConditionExpression": conditionExpression],
            besides: ["Expected": expected != nil]
        )
        return try write(effect, &scope)
    }

    /// A write with the request's condition, the last of its expressions.
    func write(
        _ effect: ItemWrite.Effect,
        _ scope: inout ExpressionScope
    ) throws(ServiceError) -> ItemWrite {
        let condition = try scope.condition(conditionExpression)
        try scope.requireAllUsed()
        return ItemWrite(
            effect: effect,
            condition: try condition.otherwise { () throws(ServiceError) in
                try expected?.expression(joinedBy: conditionalOperator)
            },
            returnsItemOnFailure: returnValuesOnConditionCheckFailure == .allOld
        )
    }

    /// Does what the request asks for.
    func perform(_ database: Database, _ context: ActionContext) throws(ServiceError) -> ItemWriteOutput {
        let write = try write()
        let table = try database.table(tableName, context)
        let readsOldItem = returnValues == .allOld || returnConsumedCapacity != nil
        let change = try database.perform(write, in: table, readsOldItem: readsOldItem)
        return ItemWriteOutput(
            attributes: change.attributes(returnValues, of: write.update),
            consumedCapacity: ConsumedCapacity(
                ConsumedCapacity.writing(change),
                of: table,
                returnConsumedCapacity
            ),
            itemCollectionMetrics: ItemCollectionMetrics(
                of: write.key,
                in: table,
                returnItemCollectionMetrics
            )
        )
    }
}
