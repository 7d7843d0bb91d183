/// Reads and writes items of DynamoDB tables.
///
/// A write whose answer got lost is sent again; the second time, its own condition may fail. The item that comes with
/// that error tells whether it is what was written.
package struct DynamoDBClient {
    /// An item, or its key: values by attribute name.
    package typealias Item = [String: AttributeValue]

    private let client: AWSClient

    /// Makes a client.
    package init(_ client: AWSClient) {
        self.client = client
    }

    /// Writes a whole item in place of the one with the same key.
    ///
    /// - Throws: `AWSError.Kind.conditionFailed` with the item that is there when the condition does not hold.
    package func putItem(
        _ item: Item,
        into table: String,
        if condition: ItemExpression? = nil
    ) throws(AWSError) {
        var input = ItemRequest(table)
        input.item = item
        input.set(condition)
        let _: ItemAnswer = try call("PutItem", input)
    }

    /// Reads an item.
    ///
    /// - Parameters:
    ///   - key: The key's attributes.
    ///   - table: The table.
    ///   - isConsistent: Whether every write that was acknowledged must be seen.
    /// - Returns: The item; `nil` when there is none.
    /// - Throws: What DynamoDB answered, or why it did not.
    package func getItem(_ key: Item, from table: String, isConsistent: Bool = true) throws(AWSError) -> Item?
    {
        var input = ItemRequest(table)
        input.key = key
        input.consistentRead = isConsistent
        let answer: ItemAnswer = try call("GetItem", input)
        return answer.item
    }

    /// Changes attributes of an item, or makes one.
    ///
    /// - Parameters:
    ///   - key: The key's attributes.
    ///   - table: The table.
    ///   - change: What is changed.
    ///   - condition: What must hold of the item before.
    ///   - returned: What of the item is answered.
    /// - Returns: The attributes that were asked for.
    /// - Throws: `AWSError.Kind.conditionFailed` with the item that is there when the condition does not hold.
    @discardableResult
    package func updateItem(
        _ key: Item,
        in table: String,
        _ change: ItemExpression,
        if condition: ItemExpression? = nil,
        returning returned: ReturnedAttributes = .none
    ) throws(AWSError) -> Item {
        var input = ItemRequest(table)
        input.key = key
        input.set(change: change)
        input.set(condition)
        input.returnValues = returned
        let answer: ItemAnswer = try call("UpdateItem", input)
        return answer.attributes ?? [:]
    }

    private func call(_ operation: String, _ input: ItemRequest) throws(AWSError) -> ItemAnswer {
        try client.call(.dynamodb, operation, input)
    }
}
