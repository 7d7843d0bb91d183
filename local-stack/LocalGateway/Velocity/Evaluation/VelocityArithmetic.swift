/// The operators of Velocity that need both values; what cannot be computed is `null`, as in Velocity.
enum VelocityArithmetic {
    static func value(
        _ operation: VelocityOperator,
        _ left: VelocityValue,
        _ right: VelocityValue
    ) -> VelocityValue {
        switch operation {
        case .equal: .boolean(areEqual(left, right))
        case .unequal: .boolean(!areEqual(left, right))
        case .less, .greater, .atMost, .atLeast: comparison(operation, left, right)
        default: sum(operation, left, right)
        }
    }

    /// Numbers compare by value, everything else by the characters it is printed as.
    private static func areEqual(_ left: VelocityValue, _ right: VelocityValue) -> Bool {
        if let left = left.number, let right = right.number { return left == right }
        return left.printed == right.printed
    }

    private static func comparison(
        _ operation: VelocityOperator,
        _ left: VelocityValue,
        _ right: VelocityValue
    ) -> VelocityValue {
        guard let left = left.number, let right = right.number else { return .boolean(false) }
        switch operation {
        case .less: return .boolean(left < right)
        case .greater: return .boolean(left > right)
        case .atMost: return .boolean(left <= right)
        default: return .boolean(left >= right)
        }
    }

    private static func sum(
        _ operation: VelocityOperator,
        _ left: VelocityValue,
        _ right: VelocityValue
    ) -> VelocityValue {
        if case .integer(let left) = left, case .integer(let right) = right {
            return sum(operation, left, right)
        }
        if let left = left.number, let right = right.number { return sum(operation, left, right) }
        guard operation == .plus, let left = left.printed, let right = right.printed else { return .null }
        return .text(left + right)
    }

    private static func sum(_ operation: VelocityOperator, _ left: Int, _ right: Int) -> VelocityValue {
        switch operation {
        case .plus: .integer(left &+ right)
        case .minus: .integer(left &- right)
        case .times: .integer(left &* right)
        case .divided: right == 0 ? .null : .integer(left.dividedReportingOverflow(by: right).partialValue)
        default:
            right == 0 ? .null : .integer(left.remainderReportingOverflow(dividingBy: right).partialValue)
        }
    }

    private static func sum(_ operation: VelocityOperator, _ left: Double, _ right: Double) -> VelocityValue {
        switch operation {
        case .plus: .decimal(left + right)
        case .minus: .decimal(left - right)
        case .times: .decimal(left * right)
        case .divided: right == 0 ? .null : .decimal(left / right)
        default: right == 0 ? .null : .decimal(left.truncatingRemainder(dividingBy: right))
        }
    }
}
