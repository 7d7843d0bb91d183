import LocalJSON
import LocalServiceKit

/// A condition on numbers: equality, or one or two bounds.
struct NumericRange: Sendable, Hashable {
    private var lower: Bound?
    private var upper: Bound?

    private struct Bound: Hashable {
        let value: Double
        let isIncluded: Bool
    }

    /// Reads `["=", 1]`, `[">", 1]` or `[">=", 1, "<", 2]`.
    init(_ elements: [WireValue]) throws(FilterPolicyError) {
        guard let first = elements.first else {
            throw FilterPolicyError("Invalid member in numeric match: ]")
        }
        guard let sign = first.text else {
            throw FilterPolicyError("Invalid member in numeric match: \(first.policyText)")
        }
        guard ["=", "<", "<=", ">", ">="].contains(sign) else {
            throw FilterPolicyError("Unrecognized numeric range operator: \(sign)")
        }
        let bound = Bound(value: try Self.number(elements, 1, sign), isIncluded: sign.hasSuffix("="))
        if !sign.hasPrefix(">") { upper = bound }
        if !sign.hasPrefix("<") { lower = bound }
        guard elements.count > 2 else { return }
        guard sign.hasPrefix(">") else { throw FilterPolicyError("Too many elements in numeric expression") }
        upper = try Self.upperBound(elements, above: bound.value)
    }

    private static func upperBound(
        _ elements: [WireValue],
        above lower: Double
    ) throws(FilterPolicyError) -> Bound {
        guard let sign = elements[2].text else {
            throw FilterPolicyError("Bad value in numeric range: \(elements[2].policyText)")
        }
        guard ["<", "<="].contains(sign) else {
            throw FilterPolicyError("Bad numeric range operator: \(sign)")
        }
        let value = try number(elements, 3, sign)
        guard value > lower else { throw FilterPolicyError("Bottom must be less than top") }
        guard elements.count == 4 else {
            throw FilterPolicyError("Too many terms in numeric range expression")
        }
        return Bound(value: value, isIncluded: sign == "<=")
    }

    private static func number(
        _ elements: [WireValue],
        _ index: Int,
        _ sign: String
    ) throws(FilterPolicyError) -> Double {
        guard index < elements.count, case .number(let number)? = FilterValue(elements[index])
        else { throw FilterPolicyError("Value of \(sign == "=" ? "equals" : sign) must be numeric") }
        return number
    }

    /// Whether the value is a number within the bounds.
    func contains(_ value: FilterValue) -> Bool {
        guard case .number(let number) = value else { return false }
        let isAbove = lower.map { number > $0.value || ($0.isIncluded && number == $0.value) } ?? true
        let isBelow = upper.map { number < $0.value || ($0.isIncluded && number == $0.value) } ?? true
        return isAbove && isBelow
    }
}

extension WireValue {
    /// The value as error texts show it.
    var policyText: String { text ?? JSONWriter.text(self) }
}
