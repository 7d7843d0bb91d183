extension ObjectReader {
    /// A member that is an object of its own.
    func object<Value: ReadableObject>(_ name: String) -> Value? {
        guard let value = value(name) else { return nil }
        return Self.read(value, at: pointer.appending(name), problems: problems)
    }

    /// A member that is an array of objects; elements with problems are left out.
    func objects<Value: ReadableObject>(_ name: String, count: ClosedRange<Int>) -> [Value]? {
        guard let value = value(name) else { return nil }
        guard case .array(let elements) = value else { return wrongType(name, value, "an array") }
        guard checkCount(name, elements.count, count) else { return nil }
        let place = pointer.appending(name)
        return elements.enumerated().compactMap { index, element in
            Self.read(element, at: place.appending(index), problems: problems)
        }
    }

    /// A member that is an array of strings, at least one.
    func strings(_ name: String) -> [String]? {
        guard let value = value(name) else { return nil }
        guard case .array(let elements) = value else { return wrongType(name, value, "an array") }
        let strings = elements.compactMap(\.text)
        guard !strings.isEmpty, strings.count == elements.count else {
            return wrongType(name, value, "an array of strings")
        }
        return strings
    }

    private func checkCount(_ name: String, _ count: Int, _ range: ClosedRange<Int>) -> Bool {
        guard !range.contains(count) else { return true }
        let code: ProblemCode = count > range.upperBound ? .tooMany : .outOfRange
        refuse(name, code, "must have from \(range.lowerBound) to \(range.upperBound) elements, not \(count)")
        return false
    }

    /// Reads a whole value as an object.
    static func read<Value: ReadableObject>(
        _ value: JSONValue,
        at pointer: JSONPointer,
        problems: ProblemList
    ) -> Value? {
        guard case .object(let members) = value else {
            problems.add(pointer, .wrongType, "must be an object, not \(value.typeName)")
            return nil
        }
        let reader = ObjectReader(members, at: pointer, problems: problems)
        let result = Value(reading: reader)
        reader.finish()
        return result
    }
}
