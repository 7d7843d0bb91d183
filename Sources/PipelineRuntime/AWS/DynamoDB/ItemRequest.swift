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

    /// Sets the condition, and asks for the item that may stand against it.
    mutating func set(_ condition: ItemCondition?) {
        guard let condition else { return }
        conditionExpression = condition.expression
        returnValuesOnConditionCheckFailure = .allOld
        add(names: condition.names, values: condition.values)
    }

    /// Adds placeholders; an empty table must not be sent.
    ///
    /// The same placeholder means the same everywhere.
    mutating func add(names added: [String: String], values addedValues: [String: AttributeValue]) {
        if !added.isEmpty { names = (names ?? [:]).merging(added) { $1 } }
        if !addedValues.isEmpty { values = (values ?? [:]).merging(addedValues) { $1 } }
    }
}
