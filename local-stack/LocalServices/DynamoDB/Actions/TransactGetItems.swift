import LocalStore

extension DynamoDB {
    /// Answers up to a hundred items as they are at one moment.
    enum TransactGetItems: ServiceAction {
        struct Get: Decodable {
            var tableName: TableName
            var key: Item
            var projectionExpression: String?
            var expressionAttributeNames: [String: String]?
        }

        struct Part: Decodable {
            var get: Get
        }

        struct Input: Decodable {
            var transactItems: [Part]
            var returnConsumedCapacity: CapacityReport?
        }

        struct Response: Encodable {
            var item: WireValue?
        }

        struct Output: Encodable {
            var responses: [Response]
            var consumedCapacity: [ConsumedCapacity]?
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            try input.transactItems.requireTransactionSize()
            var responses: [Response] = []
            var totals = CapacityTotals(input.returnConsumedCapacity)
            for get in input.transactItems.map(\.get) {
                let wish = KeysAndAttributes(
                    keys: [get.key],
                    projectionExpression: get.projectionExpression,
                    expressionAttributeNames: get.expressionAttributeNames
                )
                let projection = try wish.projection()
                let table = try database.table(get.tableName, context)
                let stored = try database.storedItem(table.keys.place(ofKey: get.key), in: table)
                responses.append(Response(item: try stored?.answer(projection)))
                totals.add(2 * ConsumedCapacity.reading(stored?.size ?? 0, isConsistent: true), of: table)
            }
            return Output(responses: responses, consumedCapacity: totals.answer)
        }
    }
}
