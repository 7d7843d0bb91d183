import LocalServiceKit

extension ConditionResolver {
    mutating func comparison(
        _ comparator: Comparator,
        _ left: Condition.Operand,
        _ right: Condition.Operand
    ) -> Condition {
        requireDistinct([left, right], for: comparator.rawValue)
        if comparator != .equal, comparator != .notEqual {
            requireOrdered([left, right], for: comparator.rawValue)
        }
        return .compare(comparator, left, right)
    }

    mutating func range(
        _ operand: Condition.Operand,
        _ lower: Condition.Operand,
        _ upper: Condition.Operand
    ) -> Condition {
        requireOrdered([operand, lower, upper], for: "BETWEEN")
        if case .value(let low) = lower, case .value(let high) = upper {
            requireRange(low, high)
        }
        return .between(operand, lower, upper)
    }

    private mutating func requireRange(_ lower: AttributeValue, _ upper: AttributeValue) {
        let bounds =
            "lower bound operand: AttributeValue: \(lower.inErrorTexts), "
            + "upper bound operand: AttributeValue: \(upper.inErrorTexts)"
        if lower.kind != upper.kind {
            let text = "The BETWEEN operator requires same data type for lower and upper bounds; "
            inner.note(.operandType, text + bounds)
        } else if upper.isLess(than: lower) == true {
            let text =
                "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
            inner.note(.operandType, text + bounds)
        }
    }

    mutating func membership(
        _ operand: Condition.Operand,
        _ candidates: [ExpressionSyntax]
    ) -> Condition {
        if candidates.count > 100 {
            inner.note(
                .operandCount,
                "The IN operator is provided with too many operands; number of operands: \(candidates.count)"
            )
        }
        return .isIn(operand, candidates.map { self.operand($0) })
    }

    /// The condition that a function's call is.
    mutating func call(_ name: String, _ arguments: [ExpressionSyntax]) -> Condition {
        let operands = arguments.map { operand($0) }
        let placeholder = Condition.compare(.equal, .value(.null), .value(.null))
        guard let function = ConditionFunction(rawValue: name) else {
            problems.note(.unknownFunction, "Invalid function name; function: \(name)")
            return placeholder
        }
        guard hasOperands(operands, for: function) else { return placeholder }
        requireDistinct(operands, for: name)
        switch function {
        case .attributeExists: return path(operands[0], of: name).map { .exists($0) } ?? placeholder
        case .attributeNotExists: return path(operands[0], of: name).map { .notExists($0) } ?? placeholder
        case .attributeType: return kind(operands[1]).map { .hasType(operands[0], $0) } ?? placeholder
        case .contains: return .contains(operands[0], operands[1])
        case .beginsWith:
            requireKinds(operands, of: name) { $0 == .string || $0 == .binary }
            return .beginsWith(operands[0], operands[1])
        case .size:
            problems.note(
                .misusedFunction,
                "The function is not allowed to be used this way in an expression; function: size"
            )
            return placeholder
        }
    }

    mutating func hasOperands(_ operands: [Condition.Operand], for function: ConditionFunction) -> Bool {
        guard operands.count != function.operandCount else { return true }
        inner.note(
            .operandCount,
            "Incorrect number of operands for operator or function; "
                + "operator or function: \(function.rawValue), number of operands: \(operands.count)"
        )
        return false
    }

    private mutating func path(_ operand: Condition.Operand, of name: String) -> DocumentPath? {
        if case .path(let path) = operand { return path }
        inner.note(
            .operandType,
            "Operator or function requires a document path; operator or function: \(name)"
        )
        return nil
    }

    private mutating func kind(_ operand: Condition.Operand) -> AttributeValue.Kind? {
        guard case .value(.string(let name)) = operand else {
            let found = operand.literalKind?.rawValue ?? "{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"
            inner.note(.operandType, Self.incorrectType("operator or function: attribute_type", found))
            return nil
        }
        if let kind = AttributeValue.Kind(rawValue: name) { return kind }
        inner.note(
            .operandType,
            "Invalid attribute type name found; type: \(name), "
                + "valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
        )
        return nil
    }

    /// Notes a literal operand whose kind the function does not take.
    mutating func requireKinds(
        _ operands: [Condition.Operand],
        of name: String,
        isAllowed: (AttributeValue.Kind) -> Bool
    ) {
        for case let kind? in operands.map(\.literalKind) where !isAllowed(kind) {
            inner.note(.operandType, Self.incorrectType("operator or function: \(name)", kind.rawValue))
        }
    }

    private mutating func requireOrdered(_ operands: [Condition.Operand], for name: String) {
        for case let kind? in operands.map(\.literalKind) where !kind.isOrdered {
            inner.note(.operandType, Self.incorrectType("operator: \(name)", kind.rawValue))
        }
    }

    private static func incorrectType(_ place: String, _ kind: String) -> String {
        "Incorrect operand type for operator or function; \(place), operand type: \(kind)"
    }

    private mutating func requireDistinct(_ operands: [Condition.Operand], for name: String) {
        guard operands.count == 2, case .path(let left) = operands[0], case .path(let right) = operands[1],
            left == right
        else { return }
        inner.note(
            .sameOperands,
            "The first operand must be distinct from the remaining operands for this operator or function; "
                + "operator: \(name), first operand: \(left.description)"
        )
    }
}

extension Condition.Operand {
    /// The kind of value where it is known without an item.
    fileprivate var literalKind: AttributeValue.Kind? {
        switch self {
        case .path: nil
        case .value(let value): value.kind
        case .size: .number
        }
    }
}

extension AttributeValue {
    /// How error texts write a scalar: `{N:5}`.
    fileprivate var inErrorTexts: String {
        switch self {
        case .string(let text): "{S:\(text)}"
        case .number(let number): "{N:\(number.text)}"
        case .binary(let bytes): "{B:\(Blob(bytes).base64)}"
        default: "{\(kind.rawValue):}"
        }
    }
}
