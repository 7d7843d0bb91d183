import LocalServiceKit

/// What a request demands of one attribute by the parameters that expressions replaced in 2014.
struct LegacyCondition: Codable, Sendable {
    var attributeValueList: [AttributeValue]?
    var comparisonOperator: LegacyOperator?
    var value: AttributeValue?
    var exists: Bool?

    /// The same demand as a condition; throws where its members contradict each other.
    func condition(on attribute: String) throws(ServiceError) -> Condition {
        guard let comparisonOperator else { return try plainCondition(on: attribute) }
        guard exists == nil else {
            throw .invalidParameter(
                "Exists and ComparisonOperator cannot be used together for Attribute: \(attribute)"
            )
        }
        guard value == nil || attributeValueList == nil else {
            throw .invalidParameter(
                "Value and AttributeValueList cannot be used together for Attribute: \(attribute)"
            )
        }
        let operands = attributeValueList ?? value.map { [$0] } ?? []
        return try comparisonOperator.condition(on: attribute, operands)
    }

    /// The condition where there is no operator: the attribute has the value, or is there or not.
    private func plainCondition(on attribute: String) throws(ServiceError) -> Condition {
        guard attributeValueList == nil else {
            throw .invalidParameter(
                "AttributeValueList can only be used with a ComparisonOperator for Attribute: \(attribute)"
            )
        }
        let path = DocumentPath(elements: [.name(attribute)])
        switch (exists ?? true, value) {
        case (true, let value?): return .compare(.equal, .path(path), .value(value))
        case (false, nil): return .notExists(path)
        case (true, nil):
            throw .invalidParameter(
                "Value must be provided when Exists is \(exists.map(String.init) ?? "null") "
                    + "for Attribute: \(attribute)"
            )
        case (false, _?):
            throw .invalidParameter("Value cannot be used when Exists is false for Attribute: \(attribute)")
        }
    }
}

/// Whether all conditions must hold, or one of them.
enum ConditionalOperator: String, WireChoice {
    case or = "OR"
    case and = "AND"

    static let member = "conditionalOperator"
}

extension [String: LegacyCondition] {
    /// All demands as one condition; throws where one makes no sense.
    func expression(joinedBy joint: ConditionalOperator?) throws(ServiceError) -> ConditionExpression? {
        var conditions: [Condition] = []
        for (attribute, demand) in sorted(by: { $0.key < $1.key }) {
            conditions.append(try demand.condition(on: attribute))
        }
        guard let first = conditions.first else { return nil }
        let whole = conditions.dropFirst().reduce(first) { joint == .or ? .or($0, $1) : .and($0, $1) }
        return ConditionExpression(whole, attributes: Set(keys))
    }
}
