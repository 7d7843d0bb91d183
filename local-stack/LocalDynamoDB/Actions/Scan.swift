import LocalServiceKit
import LocalStore

extension DynamoDB {
    /// Answers all items of a table, page by page, in no order that means anything.
    struct Scan: ServiceAction {
        struct Input: PageRequest {
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
            var scanFilter: [String: LegacyCondition]?
            var conditionalOperator: ConditionalOperator?
            var attributesToGet: [String]?

            var legacyFilter: [String: LegacyCondition]? { scanFilter }
        }

        func perform(
            _ input: Input,
            _ database: Database,
            _ context: ActionContext
        ) throws(ServiceError) -> PageOutput {
            let wish = try read(input)
            let source = try input.source(in: database.table(input.tableName, context))
            let start = try input.exclusiveStartKey?.position(in: source)
            let page = try database.page(of: KeyRange(), in: source, after: start, wish, input.select)
            return try input.output(page, of: source)
        }

        /// What the request says by itself.
        private func read(_ input: Input) throws(ServiceError) -> ItemPage.Wish {
            var constraints: [Constraint] = []
            constraints.require(input.limit, in: 1...Int.max, at: "limit")
            try constraints.requireNone()
            let segment = try ScanSegment(input.segment, of: input.totalSegments)
            var scope = try ExpressionScope(
                input.expressionAttributeNames,
                input.expressionAttributeValues,
                for: [
                    "ProjectionExpression": input.projectionExpression,
                    "FilterExpression": input.filterExpression,
                ],
                besides: [
                    "AttributesToGet": input.attributesToGet != nil, "ScanFilter": input.scanFilter != nil,
                    "ConditionalOperator": input.conditionalOperator != nil,
                ]
            )
            var wish = try input.wish(&scope)
            wish.segment = segment
            return wish
        }
    }
}
