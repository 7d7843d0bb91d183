/// The input of an action that writes one item; a transaction consists of them, too.
protocol ItemWriteRequest: Decodable, Sendable {
    /// The table.
    var tableName: TableName { get }
    var conditionExpression: String? { get }
    var expressionAttributeNames: [String: String]? { get }
    var expressionAttributeValues: ExpressionValues? { get }
    var returnValuesOnConditionCheckFailure: FailureReturn? { get }

    /// What the request asks for; throws where it breaks a rule that holds for every table.
    func write() throws(ServiceError) -> ItemWrite
}

extension ItemWriteRequest {
    /// A write with the request's condition, the only expression it has.
    func write(_ effect: ItemWrite.Effect) throws(ServiceError) -> ItemWrite {
        var scope = try ExpressionScope(
            expressionAttributeNames,
            expressionAttributeValues,
            for: ["ConditionExpression": conditionExpression]
        )
        let condition = try scope.condition(conditionExpression)
        try scope.requireAllUsed()
        return ItemWrite(
            effect: effect,
            condition: condition,
            returnsItemOnFailure: returnValuesOnConditionCheckFailure == .allOld
        )
    }
}
