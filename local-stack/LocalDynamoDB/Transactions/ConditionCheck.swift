import LocalServiceKit

/// A part of a transaction that changes nothing, but whose condition must hold.
struct ConditionCheck: ItemWriteRequest {
    var tableName: TableName
    var key: Item
    var conditionExpression: String?
    var expressionAttributeNames: [String: String]?
    var expressionAttributeValues: ExpressionValues?
    var returnValuesOnConditionCheckFailure: FailureReturn?

    var expected: [String: LegacyCondition]? { nil }
    var conditionalOperator: ConditionalOperator? { nil }
    var returnValues: ReturnValues? { nil }
    var returnConsumedCapacity: CapacityReport? { nil }
    var returnItemCollectionMetrics: MetricsReport? { nil }

    func write() throws(ServiceError) -> ItemWrite {
        guard conditionExpression != nil else {
            let member = "transactItems.1.member.conditionCheck.conditionExpression"
            throw .constraints([Constraint(nil, at: member, .notNull)])
        }
        return try write(.check(key: key))
    }
}
