import LocalServiceKit

extension ExpressionScope {
    /// The placeholders of a request.
    ///
    /// - Parameters:
    ///   - names: the member `ExpressionAttributeNames`.
    ///   - values: the member `ExpressionAttributeValues`.
    ///   - expressions: the request's expressions by their members' names, in the order of the service's error texts.
    ///   - legacy: which of the parameters the request has that expressions replaced.
    /// - Throws: where there are placeholders but no expression that could use them, or parameters of both sorts.
    init(
        _ names: [String: String]?,
        _ values: ExpressionValues?,
        for expressions: KeyValuePairs<String, String?>,
        besides legacy: KeyValuePairs<String, Bool> = [:]
    ) throws(ServiceError) {
        let present = expressions.filter { $0.value != nil }.map(\.key)
        let replaced = legacy.filter(\.value).map(\.key)
        guard present.isEmpty || replaced.isEmpty else {
            throw .validation(
                "Can not use both expression and non-expression parameters in the same request: "
                    + "Non-expression parameters: {\(replaced.joined(separator: ", "))} "
                    + "Expression parameters: {\(present.joined(separator: ", "))}"
            )
        }
        if names != nil, expressions.allSatisfy({ $0.value == nil }) {
            throw .validation("ExpressionAttributeNames can only be specified when using expressions")
        }
        let withValues = expressions.filter { $0.key != "ProjectionExpression" }
        if values != nil, withValues.allSatisfy({ $0.value == nil }) {
            let missing = withValues.map(\.key).joined(separator: " and ")
            throw .validation(
                "ExpressionAttributeValues can only be specified when using expressions: "
                    + "\(missing) \(withValues.count == 1 ? "is" : "are") null"
            )
        }
        try self.init(names: names, values: values?.values)
    }

    /// The condition that a member holds; nil where the request does not have it.
    mutating func condition(
        _ text: String?,
        _ member: String = "ConditionExpression"
    ) throws(ServiceError) -> ConditionExpression? {
        try read(text, member) { text, scope throws(ExpressionError) in
            try ConditionExpression(text, scope: &scope)
        }
    }

    /// The projection of a request; nil where it has none.
    mutating func projection(_ text: String?) throws(ServiceError) -> ProjectionExpression? {
        try read(text, "ProjectionExpression") { text, scope throws(ExpressionError) in
            try ProjectionExpression(text, scope: &scope)
        }
    }

    /// The update of a request and the attributes that it looks into; nil where it has none.
    mutating func update(
        _ text: String?
    ) throws(ServiceError) -> (update: UpdateExpression, nestedAttributes: Set<String>)? {
        try read(text, "UpdateExpression") { text, scope throws(ExpressionError) in
            try UpdateExpression.parse(text, scope: &scope)
        }
    }

    private mutating func read<Expression>(
        _ text: String?,
        _ member: String,
        _ parse: (String, inout ExpressionScope) throws(ExpressionError) -> Expression
    ) throws(ServiceError) -> Expression? {
        guard let text else { return nil }
        do throws(ExpressionError) {
            return try parse(text, &self)
        } catch {
            throw .validation("Invalid \(member): \(error.message)")
        }
    }
}
