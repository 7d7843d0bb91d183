/// The input of an action that answers items page by page.
protocol PageRequest: Decodable, Sendable {
    var tableName: TableName { get }
    var indexName: String? { get }
    var filterExpression: String? { get }
    var projectionExpression: String? { get }
    var expressionAttributeNames: [String: String]? { get }
    var expressionAttributeValues: ExpressionValues? { get }
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
        let filter = try scope.condition(filterExpression, "FilterExpression")
        let projection = try scope.projection(projectionExpression)
        try scope.requireAllUsed()
        try Select.check(select, hasProjection: projection != nil, hasIndex: indexName != nil)
        return ItemPage.Wish(
            limit: limit,
            filter: filter,
            projection: projection,
            isCountOnly: select == .count
        )
    }

    /// Throws where the limit is out of range.
    func checkLimit() throws(ServiceError) {
        var constraints: [Constraint] = []
        constraints.require(limit, in: 1...Int.max, at: "limit")
        try constraints.requireNone()
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
