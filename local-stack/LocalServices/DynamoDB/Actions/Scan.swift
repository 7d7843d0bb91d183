import LocalStore

extension DynamoDB {
    /// Answers all items of a table, page by page, in no order that means anything.
    enum Scan: ServiceAction {
        struct Input: Decodable {
            var tableName: TableName
            var indexName: String?
            var filterExpression: String?
            var projectionExpression: String?
            var expressionAttributeNames: [String: String]?
            var expressionAttributeValues: ExpressionValues?
            var select: Select?
            var limit: Int?
            var segment: Int?
            var totalSegments: Int?
            var consistentRead: Bool?
            var exclusiveStartKey: StartKey?
            var returnConsumedCapacity: CapacityReport?
            var scanFilter: LegacyParameter?
            var conditionalOperator: LegacyParameter?
            var attributesToGet: LegacyParameter?
        }

        static func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> PageOutput {
            let (filter, wish) = try read(input)
            let table = try database.table(input.tableName, context)
            let source = try ItemSource(table, index: input.indexName, isConsistent: input.consistentRead)
            let start = try input.exclusiveStartKey?.position(in: source)
            try table.keys.requireScalars(wish.projection?.nestedAttributes)
            try table.keys.requireScalars(filter?.nestedAttributes)
            let page = try database.page(of: KeyRange(), in: source, after: start, wish, input.select)
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
        ) throws(ServiceError) -> (filter: ConditionExpression?, ItemPage.Wish) {
            var constraints: [Constraint] = []
            constraints.require(input.limit, in: 1...Int.max, at: "limit")
            constraints.require(input.segment, in: 0...999_999, at: "segment")
            constraints.require(input.totalSegments, in: 1...1_000_000, at: "totalSegments")
            try constraints.requireNone()
            let segment = try ScanSegment(input.segment, of: input.totalSegments)
            var scope = try ExpressionScope(
                input.expressionAttributeNames,
                input.expressionAttributeValues,
                for: [
                    "ProjectionExpression": input.projectionExpression,
                    "FilterExpression": input.filterExpression,
                ]
            )
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
                isCountOnly: input.select == .count,
                segment: segment
            )
            return (filter, wish)
        }
    }
}
