extension VelocityEvaluation {
    /// The value of an expression.
    func value(of expression: VelocityExpression) throws(VelocityError) -> VelocityValue {
        switch expression {
        case .boolean(let boolean): return .boolean(boolean)
        case .integer(let integer): return .integer(integer)
        case .decimal(let decimal): return .decimal(decimal)
        case .text(let text): return .text(text)
        case .interpolated(let nodes):
            let text = try render(nodes)
            try check(text, line: 0)
            return .text(text)
        case .reference(let reference): return try value(of: reference) ?? .null
        case .not(let inner): return .boolean(try !value(of: inner).isTrue)
        case .list(let items): return .list(VelocityList(try values(of: items)))
        case .map(let entries): return .map(try map(of: entries))
        case .range(let first, let last): return try range(try value(of: first), try value(of: last))
        case .binary(let operation, let left, let right, let line):
            try countStep(line: line)
            return try binary(operation, left, right)
        }
    }

    private func values(of expressions: [VelocityExpression]) throws(VelocityError) -> [VelocityValue] {
        var values: [VelocityValue] = []
        for expression in expressions { values.append(try value(of: expression)) }
        return values
    }

    private func map(
        of entries: [(key: VelocityExpression, value: VelocityExpression)]
    ) throws(VelocityError) -> VelocityMap {
        let map = VelocityMap()
        for entry in entries { map[try value(of: entry.key).printed ?? "null"] = try value(of: entry.value) }
        return map
    }

    private func range(_ first: VelocityValue, _ last: VelocityValue) throws(VelocityError) -> VelocityValue {
        guard case .integer(let first) = first, case .integer(let last) = last,
            first.magnitude < 1_000_000, last.magnitude < 1_000_000
        else {
            throw VelocityError(line: 0, reason: "a range goes from one whole number to another")
        }
        let step = first <= last ? 1 : -1
        return .list(VelocityList(stride(from: first, through: last, by: step).map { .integer($0) }))
    }

    private func binary(
        _ operation: VelocityOperator,
        _ left: VelocityExpression,
        _ right: VelocityExpression
    ) throws(VelocityError) -> VelocityValue {
        let first = try value(of: left)
        switch operation {
        case .and: return .boolean(first.isTrue ? try value(of: right).isTrue : false)
        case .or: return .boolean(first.isTrue ? true : try value(of: right).isTrue)
        default: return VelocityArithmetic.value(operation, first, try value(of: right))
        }
    }
}
