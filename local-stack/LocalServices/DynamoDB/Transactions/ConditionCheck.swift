/// A part of a transaction that changes nothing, but whose condition must hold.
struct ConditionCheck: ItemWriteRequest {
    var tableName: TableName
    var key: Item
    var conditionExpression: String?
    var expressionAttributeNames: [String: String]?
    var expressionAttributeValues: ExpressionValues?
    var returnValuesOnConditionCheckFailure: FailureReturn?

    func write() throws(ServiceError) -> ItemWrite {
        guard conditionExpression != nil else {
            throw .constraints([
                Constraint(
                    nil,
                    at: "transactItems.1.member.conditionCheck.conditionExpression",
                    .notNull
                )
            ])
        }
        return try write(.check(key: key))
    }
}
