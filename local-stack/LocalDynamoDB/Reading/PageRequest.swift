import LocalServiceKit

/// The input of an action that answers items page by page.
protocol PageRequest: Decodable, Sendable {
    var tableName: TableName { get }
    var indexName: String? { get }
    var filterExpression: String? { get }
    var projectionExpression: String? { get }
    var expressionAttributeNames: [String: String]? { get }
    var expressionAttributeValues: ExpressionValues? { get }
    var attributesToGet: [String]? { get }
    /// What the request demands of items by the parameter that filters replaced.
    var legacyFilter: [String: LegacyCondition]? { get }
    var conditionalOperator: ConditionalOperator? { get }
    var select: Select? { get }
    var limit: Int? { get }
    var consistentRead: Bool? { get }
    var returnConsumedCapacity: CapacityReport? { get }
}

extension PageRequest {
    /// What the request wants of the items, its placeholders all used by now.
    ///
    /// - Throws: what is wrong with the expressions, or with what they and other parameters say together.
    func wish(_ scope: inout ExpressionScope) throws(ServiceError) -> ItemPage.Wish {
        let filterExpression = try scope.condition(filterExpression, "FilterExpression")
        let filter = try filterExpression.otherwise { () throws(ServiceError) in
            try legacyFilter?.expression(joinedBy: conditionalOperator)
        }
        let expression = try scope.projection(projectionExpression)
        try scope.requireAllUsed()
        let projection = try expression.otherwise { () throws(ServiceError) in
            try ProjectionExpression(attributes: attributesToGet)
        }
        try Select.check(select, hasProjection: projection != nil, hasIndex: indexName != nil)
        return ItemPage.Wish(
            limit: limit,
            filter: filter,
            projection: projection,
            isCountOnly: select == .count
        )
    }

    /// The table, or its index, that is read.
    func source(in table: Table) throws(ServiceError) -> ItemSource {
        try ItemSource(table, index: indexName, isConsistent: consistentRead)
    }

    /// The answer that a page is.
    func output(_ page: ItemPage, of source: ItemSource) throws(ServiceError) -> PageOutput {
        var output = PageOutput(
            items: select == .count ? nil : page.items,
            count: page.count,
            scannedCount: page.scannedCount
        )
        if let last = page.last {
            let names = source.positionNames
            output.lastEvaluatedKey = try last.item().filter { names.contains($0.key) }
        }
        output.consumedCapacity = ConsumedCapacity(
            ConsumedCapacity.reading(page.scannedSize, isConsistent: consistentRead),
            of: source,
            returnConsumedCapacity
        )
        return output
    }
}
