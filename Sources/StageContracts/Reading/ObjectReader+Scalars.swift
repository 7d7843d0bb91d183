extension ObjectReader {
    func bool(_ name: String) -> Bool? {
        guard let value = value(name) else { return nil }
        guard case .bool(let flag) = value else { return wrongType(name, value, "a boolean") }
        return flag
    }

    /// A whole number; `200.0` is one, as JSON Schema has it.
    func integer(_ name: String, in range: ClosedRange<Int>) -> Int? {
        guard let value = value(name) else { return nil }
        switch value {
        case .integer(let integer):
            return range.contains(integer) ? integer : outOfRange(name, range)
        case .number(let number) where number.rounded() == number:
            guard let integer = Int(exactly: number), range.contains(integer) else {
                return outOfRange(name, range)
            }
            return integer
        default:
            refuse(
                name,
                .wrongType,
                "must be a whole number, not \(value.isNumber ? "a fraction" : value.typeName)"
            )
            return nil
        }
    }

    func number(_ name: String, in range: ClosedRange<Double>) -> Double? {
        guard let value = value(name) else { return nil }
        let number: Double
        switch value {
        case .integer(let integer): number = Double(integer)
        case .number(let double): number = double
        default: return wrongType(name, value, "a number")
        }
        return range.contains(number) ? number : outOfRange(name, range)
    }

    func string(_ name: String) -> String? {
        guard let value = value(name) else { return nil }
        guard case .string(let text) = value else { return wrongType(name, value, "a string") }
        return text
    }

    /// One word of a fixed list.
    func choice<Choice: RawRepresentable & CaseIterable>(_ name: String) -> Choice?
    where Choice.RawValue == String {
        guard let text = string(name) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let list = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        refuse(name, .notAllowed, "must be one of \(list)")
        return nil
    }

    /// A string of a certain form.
    func text<Text: ReadableText>(_ name: String) -> Text? {
        guard let text = string(name) else { return nil }
        do {
            return try Text(reading: text)
        } catch {
            refuse(name, error.code, error.detail)
            return nil
        }
    }

    func wrongType<Value>(_ name: String, _ value: JSONValue, _ expected: String) -> Value? {
        refuse(name, .wrongType, "must be \(expected), not \(value.typeName)")
        return nil
    }

    private func outOfRange<Value, Bound>(_ name: String, _ range: ClosedRange<Bound>) -> Value? {
        refuse(name, .outOfRange, "must be from \(range.lowerBound) to \(range.upperBound)")
        return nil
    }
}
