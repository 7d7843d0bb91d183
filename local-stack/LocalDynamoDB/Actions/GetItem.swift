import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Answers the item of a key, or parts of it.
    struct GetItem: ServiceAction {
        struct Input: Decodable {
            var tableName: TableName
            var key: Item
            var consistentRead: Bool?
            var projectionExpression: String?
            var expressionAttributeNames: [String: String]?
            var returnConsumedCapacity: CapacityReport?
            var attributesToGet: [String]?
        }

        struct Output: Encodable {
            var item: WireValue?
            var consumedCapacity: ConsumedCapacity?
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> Output {
            var scope = try ExpressionScope(
                input.expressionAttributeNames,
                nil,
                for: ["ProjectionExpression": input.projectionExpression],
                besides: ["AttributesToGet": input.attributesToGet != nil]
            )
            let expression = try scope.projection(input.projectionExpression)
            try scope.requireAllUsed()
            let projection = try expression.otherwise { () throws(ServiceError) in
                try ProjectionExpression(attributes: input.attributesToGet)
            }
            let table = try database.table(input.tableName, context)
            let place = try table.keys.place(ofKey: input.key)
            try table.keys.requireScalars(projection?.nestedAttributes)
            let stored = try database.storedItem(place, in: table)
            let units = ConsumedCapacity.reading(stored?.size ?? 0, isConsistent: input.consistentRead)
            return Output(
                item: try stored?.answer(projection),
                consumedCapacity: ConsumedCapacity(units, of: table, input.returnConsumedCapacity)
            )
        }
    }
}
