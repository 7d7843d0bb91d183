/// The members of the requests that concern one item; those that are `nil` are not sent.
struct ItemRequest: Encodable, Sendable {
    let tableName: String
    var item: [String: AttributeValue]?
    var key: [String: AttributeValue]?
    var consistentRead: Bool?
    var updateExpression: String?
    var conditionExpression: String?
    var names: [String: String]?
    var values: [String: AttributeValue]?
    var returnValues: ReturnedAttributes?
    var returnValuesOnConditionCheckFailure: ReturnedAttributes?

    private enum CodingKeys: String, CodingKey {
        case tableName = "TableName"
        case item = "Item"
        case key = "Key"
        case consistentRead = "ConsistentRead"
        case updateExpression = "UpdateExpression"
        case conditionExpression = "ConditionExpression"
        case names = "ExpressionAttributeNames"
        case values = "ExpressionAttributeValues"
        case returnValues = "ReturnValues"
        case returnValuesOnConditionCheckFailure = "ReturnValuesOnConditionCheckFailure"
    }

    /// Starts a request about an item of `table`.
    init(_ table: String) {
        tableName = table
    }

    /// Sets what is changed.
    mutating func set(change: ItemExpression) {
        updateExpression = change.text
        addPlaceholders(of: change)
    }

    /// Sets the condition, and asks for the item that may stand against it.
    mutating func set(_ condition: ItemExpression?) {
        guard let condition else { return }
        conditionExpression = condition.text
        returnValuesOnConditionCheckFailure = .allOld
        addPlaceholders(of: condition)
    }

    /// Adds placeholders; an empty table must not be sent.
    ///
    /// The same placeholder means the same everywhere.
    private mutating func addPlaceholders(of expression: ItemExpression) {
        if !expression.names.isEmpty { names = (names ?? [:]).merging(expression.names) { $1 } }
        if !expression.values.isEmpty { values = (values ?? [:]).merging(expression.values) { $1 } }
    }
}
