import LocalServiceKit

/// Which items of one table a batch wants to see, and what of them.
struct KeysAndAttributes: Codable, Sendable {
    var keys: [Item]
    var consistentRead: Bool?
    var projectionExpression: String?
    var expressionAttributeNames: [String: String]?
    var attributesToGet: [String]?

    /// The projection; nil where whole items are wanted.
    func projection() throws(ServiceError) -> ProjectionExpression? {
        var scope = try ExpressionScope(
            expressionAttributeNames,
            nil,
            for: ["ProjectionExpression": projectionExpression],
            besides: ["AttributesToGet": attributesToGet != nil]
        )
        let projection = try scope.projection(projectionExpression)
        try scope.requireAllUsed()
        return try projection.otherwise { () throws(ServiceError) in
            try ProjectionExpression(attributes: attributesToGet)
        }
    }
}
