import LocalServiceKit

/// The operators of the parameters that expressions replaced.
enum LegacyOperator: String, WireChoice {
    case isIn = "IN"
    case null = "NULL"
    case between = "BETWEEN"
    case less = "LT"
    case notContains = "NOT_CONTAINS"
    case equal = "EQ"
    case greater = "GT"
    case notNull = "NOT_NULL"
    case notEqual = "NE"
    case lessOrEqual = "LE"
    case beginsWith = "BEGINS_WITH"
    case greaterOrEqual = "GE"
    case contains = "CONTAINS"

    static let member = "comparisonOperator"

    /// The condition on an attribute with those operands; throws where there are too few or too many, or unfit ones.
    func condition(on attribute: String, _ operands: [AttributeValue]) throws(ServiceError) -> Condition {
        try check(operands)
        let path = DocumentPath(elements: [.name(attribute)])
        let values = operands.map { Condition.Operand.value($0) }
        switch self {
        case .null: return .notExists(path)
        case .notNull: return .exists(path)
        case .isIn: return .isIn(.path(path), values)
        case .between: return .between(.path(path), values[0], values[1])
        case .beginsWith: return .beginsWith(.path(path), values[0])
        case .contains: return .contains(.path(path), values[0])
        case .notContains: return .not(.contains(.path(path), values[0]))
        default: return .compare(comparator, .path(path), values[0])
        }
    }

    private var comparator: Comparator {
        switch self {
        case .less: .less
        case .lessOrEqual: .lessOrEqual
        case .greater: .greater
        case .greaterOrEqual: .greaterOrEqual
        case .notEqual: .notEqual
        default: .equal
        }
    }

    private func check(_ operands: [AttributeValue]) throws(ServiceError) {
        guard operandCounts.contains(operands.count) else {
            throw .invalidParameter("Invalid number of argument(s) for the \(rawValue) ComparisonOperator")
        }
        guard Set(operands.map(\.kind)).count <= 1 else {
            throw .invalidParameter("AttributeValues inside AttributeValueList must be of same type")
        }
        if let kind = operands.first?.kind, !isAllowed(kind) {
            throw .invalidParameter(
                "ComparisonOperator \(rawValue) is not valid for \(kind.rawValue) AttributeValue type"
            )
        }
        guard self != .between || operands[1].isLess(than: operands[0]) != true else {
            throw .validation(
                "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound"
            )
        }
    }

    private var operandCounts: ClosedRange<Int> {
        switch self {
        case .null, .notNull: 0...0
        case .isIn: 1...Int.max
        case .between: 2...2
        default: 1...1
        }
    }

    private func isAllowed(_ kind: AttributeValue.Kind) -> Bool {
        switch self {
        case .equal, .notEqual: true
        case .beginsWith: kind == .string || kind == .binary
        default: kind.isOrdered
        }
    }
}
