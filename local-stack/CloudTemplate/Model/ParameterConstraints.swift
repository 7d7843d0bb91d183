/// What a template asks of a parameter's value.
package struct ParameterConstraints: Sendable {
    private let allowedValues: [String]?
    private let allowedPattern: String?
    private let lengths: ClosedRange<Int>
    private let minimum: Double
    private let maximum: Double
    private let explanation: String?

    init(_ reader: PropertyReader) {
        let counts = 0...Int(Int32.max)
        allowedValues = reader.texts("AllowedValues")
        allowedPattern = reader.text("AllowedPattern")
        explanation = reader.text("ConstraintDescription")
        let shortest = reader.integer("MinLength", in: counts) ?? 0
        lengths = shortest...max(shortest, reader.integer("MaxLength", in: counts) ?? Int.max)
        minimum = Self.number("MinValue", reader) ?? -.infinity
        maximum = Self.number("MaxValue", reader) ?? .infinity
        if let allowedPattern, (try? Regex(allowedPattern)) == nil {
            reader.refuse("AllowedPattern", "is no regular expression: \(allowedPattern)")
        }
    }

    /// Why a value is not allowed; nil if it is.
    func violation(by value: String, type: String) -> String? {
        rule(brokenBy: value, type: type).map { explanation ?? $0 }
    }

    private func rule(brokenBy value: String, type: String) -> String? {
        if let allowedValues, !allowedValues.contains(value) {
            return "it has to be one of \(allowedValues.joined(separator: ", "))"
        }
        if let allowedPattern, let regex = try? Regex(allowedPattern),
            (try? regex.wholeMatch(in: value)) == nil
        {
            return "it has to match \(allowedPattern)"
        }
        if type.contains("Number") { return ruleForNumbers(brokenBy: value) }
        return lengths.contains(value.utf16.count) ? nil : "its length is out of range"
    }

    private func ruleForNumbers(brokenBy value: String) -> String? {
        guard let number = Double(value) else { return "it has to be a number" }
        if number < minimum { return "it has to be at least \(Self.plain(minimum))" }
        if number > maximum { return "it may be \(Self.plain(maximum)) at most" }
        return nil
    }

    private static func number(_ name: String, _ reader: PropertyReader) -> Double? {
        guard let text = reader.text(name) else { return nil }
        if Double(text) == nil { reader.refuse(name, "has to be a number") }
        return Double(text)
    }

    private static func plain(_ number: Double) -> String {
        Int(exactly: number).map(String.init) ?? "\(number)"
    }
}
