import LocalStore

extension DynamoDB {
    /// Answers items of one partition in the order of their sort keys.
    enum Query: ServiceAction {
        struct Input: Decodable {
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
            var keyConditions: LegacyParameter?
            var queryFilter: LegacyParameter?
            var conditionalOperator: LegacyParameter?
            var attributesToGet: LegacyParameter?
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> PageOutput {
            let (conditions, filter, wish) = try read(input)
            let table = try database.table(input.tableName, context)
            let source = try ItemSource(table, index: input.indexName, isConsistent: input.consistentRead)
            var range = try conditions.range(in: source.keys)
            range.isAscending = input.scanIndexForward ?? true
            let start = try input.exclusiveStartKey?.position(in: source, inside: range)
            try table.keys.requireScalars(wish.projection?.nestedAttributes)
            try requireNoKey(in: filter, source.keys)
            try table.keys.requireScalars(filter?.nestedAttributes)
            let page = try database.page(of: range, in: source, after: start, wish, input.select)
            return try PageOutput(
                page,
                isCountOnly: wish.isCountOnly,
                of: source,
                isConsistent: input.consistentRead,
                input.returnConsumedCapacity
            )
        }

        /// What the request says by itself.
        private static func read(
            _ input: Input
        ) throws(ServiceError) -> (KeyConditions, filter: ConditionExpression?, ItemPage.Wish) {
            var constraints: [Constraint] = []
            constraints.require(input.limit, in: 1...Int.max, at: "limit")
            try constraints.requireNone()
            var scope = try ExpressionScope(
                input.expressionAttributeNames,
                input.expressionAttributeValues,
                for: [
                    "ProjectionExpression": input.projectionExpression,
                    "FilterExpression": input.filterExpression,
                    "KeyConditionExpression": input.keyConditionExpression,
                ]
            )
            guard
                let key = try scope.condition(input.keyConditionExpression, "KeyConditionExpression")
            else {
                throw .validation(
                    "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."
                )
            }
            let filter = try scope.condition(input.filterExpression, "FilterExpression")
            let projection = try scope.projection(input.projectionExpression)
            try scope.requireAllUsed()
            try Select.check(
                input.select,
                hasProjection: projection != nil,
                hasIndex: input.indexName != nil
            )
            let wish = ItemPage.Wish(
                limit: input.limit,
                filter: filter?.condition,
                projection: projection,
                isCountOnly: input.select == .count
            )
            return (try KeyConditions(key.condition), filter, wish)
        }

        /// Throws where the filter looks at the key, whose place is the key condition.
        private static func requireNoKey(
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
