import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Answers items of one partition in the order of their sort keys.
    struct Query: ServiceAction {
        struct Input: PageRequest {
            var tableName: TableName
            var indexName: String?
            var keyConditionExpression: String?
            var filterExpression: String?
            var projectionExpression: String?
            var expressionAttributeNames: [String: String]?
            var expressionAttributeValues: ExpressionValues?
            var select: Select?
            var limit: Int?
            var consistentRead: Bool?
            var scanIndexForward: Bool?
            var exclusiveStartKey: StartKey?
            var returnConsumedCapacity: CapacityReport?
            var keyConditions: [String: LegacyCondition]?
            var queryFilter: [String: LegacyCondition]?
            var conditionalOperator: ConditionalOperator?
            var attributesToGet: [String]?

            var legacyFilter: [String: LegacyCondition]? { queryFilter }
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> PageOutput {
            let (conditions, wish) = try read(input)
            let source = try input.source(in: database.table(input.tableName, context))
            var range = try conditions.range(in: source.keys)
            range.isAscending = input.scanIndexForward ?? true
            let start = try input.exclusiveStartKey?.position(in: source, inside: range)
            try requireNoKey(in: wish.filter, source.keys)
            let page = try database.page(of: range, in: source, after: start, wish, input.select)
            return try input.output(page, of: source)
        }

        /// What the request says by itself.
        private func read(_ input: Input) throws(ServiceError) -> (KeyConditions, ItemPage.Wish) {
            // Unlike a scan's, this text has the wire's name of the member, and does not show the value.
            guard input.limit ?? 1 >= 1 else { throw .constraints([Constraint(at: "Limit", .atLeast(1))]) }
            var scope = try ExpressionScope(
                input.expressionAttributeNames,
                input.expressionAttributeValues,
                for: [
                    "ProjectionExpression": input.projectionExpression,
                    "FilterExpression": input.filterExpression,
                    "KeyConditionExpression": input.keyConditionExpression,
                ],
                besides: [
                    "AttributesToGet": input.attributesToGet != nil,
                    "QueryFilter": input.queryFilter != nil,
                    "ConditionalOperator": input.conditionalOperator != nil,
                    // Alone of its sort it may stand beside expressions for other purposes.
                    "KeyConditions": input.keyConditions != nil && input.keyConditionExpression != nil,
                ]
            )
            let key = try keyCondition(input, &scope)
            return (try KeyConditions(key.condition), try input.wish(&scope))
        }

        private func keyCondition(
            _ input: Input,
            _ scope: inout ExpressionScope
        ) throws(ServiceError) -> ConditionExpression {
            let expression = try scope.condition(input.keyConditionExpression, "KeyConditionExpression")
            let key = try expression.otherwise { () throws(ServiceError) in
                try input.keyConditions?.expression(joinedBy: .and)
            }
            guard let key else {
                throw .validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."
                )
            }
            return key
        }

        /// Throws where the filter looks at the key, whose place is the key condition.
        private func requireNoKey(
            in filter: ConditionExpression?,
            _ keys: KeySchema
        ) throws(ServiceError) {
            for attribute in keys.attributes where filter?.attributes.contains(attribute.name) == true {
                throw .validation(
                    "Filter Expression can only contain non-primary key attributes: "
                        + "Primary key attribute: \(attribute.name)"
                )
            }
        }
    }
}
