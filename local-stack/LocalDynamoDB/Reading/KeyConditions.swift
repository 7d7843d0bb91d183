import LocalServiceKit

/// What a query demands of the key: one condition an attribute, all of which must hold.
struct KeyConditions: Sendable {
    private var conditions: [String: KeyCondition] = [:]

    /// Takes a key condition apart; throws where it is more than conditions on single attributes, joined by AND.
    init(_ condition: Condition) throws(ServiceError) {
        try add(condition)
    }

    /// The range of keys that meet the conditions; throws where they do not fit the schema.
    func range(in keys: KeySchema) throws(ServiceError) -> KeyRange {
        guard conditions.count <= 2 else { throw .validation("Conditions can be of length 1 or 2 only") }
        guard conditions.count == 1 || keys.sort != nil else { throw Self.unsupported }
        for attribute in keys.attributes { try check(attribute, isHash: attribute == keys.hash) }
        var range = KeyRange(hash: conditions[keys.hash.name]?.equalBytes)
        if let sort = keys.sort { conditions[sort.name]?.narrow(&range) }
        return range
    }

    private func check(_ attribute: KeyAttribute, isHash: Bool) throws(ServiceError) {
        guard let condition = conditions[attribute.name] else {
            guard isHash || conditions.count > 1 else { return }
            throw .validation("Query condition missed key schema element: \(attribute.name)")
        }
        guard condition.values.allSatisfy({ $0.kind == attribute.kind }) else {
            throw .invalidParameter("Condition parameter type does not match schema type")
        }
        for value in condition.values where value.keyBytes == [] {
            throw .validation(
                "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain "
                    + "an empty \(attribute.kind == .binary ? "binary" : "string") value. Key: \(attribute.name)"
            )
        }
        guard !isHash || condition.equalBytes != nil else { throw Self.unsupported }
        if case .beginsWith = condition, attribute.kind == .number {
            throw .invalidParameter("ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type")
        }
    }

    private static let unsupported = ServiceError.validation("Query key condition not supported")

    private mutating func add(_ condition: Condition) throws(ServiceError) {
        switch condition {
        case .and(let left, let right):
            try add(left)
            try add(right)
        case .compare(.notEqual, _, _): throw Self.invalidOperator("<>")
        case .compare(let comparator, let left, let right): try add(comparator, left, right)
        case .between(let operand, let lower, let upper):
            let attribute = try Self.attribute(operand, of: "BETWEEN")
            try add(.between(Self.value(lower), Self.value(upper)), of: attribute)
        case .beginsWith(let operand, let prefix):
            try add(.beginsWith(Self.value(prefix)), of: Self.attribute(operand, of: "begins_with"))
        case .or: throw Self.invalidOperator("OR")
        case .not: throw Self.invalidOperator("NOT")
        case .isIn: throw Self.invalidOperator("IN")
        case .exists: throw Self.invalidOperator("attribute_exists")
        case .notExists: throw Self.invalidOperator("attribute_not_exists")
        case .hasType: throw Self.invalidOperator("attribute_type")
        case .contains: throw Self.invalidOperator("contains")
        }
    }

    private mutating func add(
        _ comparator: Comparator,
        _ left: Condition.Operand,
        _ right: Condition.Operand
    ) throws(ServiceError) {
        switch (left, right) {
        case (.size, _), (_, .size): throw Self.nested
        case (.path(let path), .value(let value)):
            try add(.compare(comparator, value), of: Self.attribute(path))
        case (.value(let value), .path(let path)):
            try add(.compare(comparator.mirrored, value), of: Self.attribute(path))
        case (.value, .value): throw Self.invalid("No key attribute specified")
        case (.path, .path): throw Self.invalid("Multiple attribute names used in one condition")
        }
    }

    private mutating func add(_ condition: KeyCondition, of attribute: String) throws(ServiceError) {
        guard conditions.updateValue(condition, forKey: attribute) == nil else {
            throw .validation("KeyConditionExpressions must only contain one condition per key")
        }
    }

    private static func attribute(
        _ operand: Condition.Operand,
        of name: String
    ) throws(ServiceError) -> String {
        switch operand {
        case .path(let path): return try attribute(path)
        case .size: throw nested
        case .value: throw invalid("\(name) operator must have the key attribute as its first operand")
        }
    }

    private static func attribute(_ path: DocumentPath) throws(ServiceError) -> String {
        guard !path.isNested else {
            throw .validation("KeyConditionExpressions cannot have conditions on nested attributes")
        }
        return path.attribute
    }

    private static func value(_ operand: Condition.Operand) throws(ServiceError) -> AttributeValue {
        switch operand {
        case .value(let value): return value
        case .size: throw nested
        case .path: throw invalid("Multiple attribute names used in one condition")
        }
    }

    private static let nested = ServiceError.validation(
        "KeyConditionExpressions cannot contain nested operations"
    )

    private static func invalid(_ reason: String) -> ServiceError {
        .validation("Invalid condition in KeyConditionExpression: \(reason)")
    }

    private static func invalidOperator(_ name: String) -> ServiceError {
        .validation("Invalid operator used in KeyConditionExpression: \(name)")
    }
}
