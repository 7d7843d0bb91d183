import CloudTemplate

/// `minimum`, `maximum` and `multipleOf`; the exclusive bounds in draft 4's notation (a boolean) or draft 6's (a number).
struct NumberRule: SchemaRule {
    private let minimum: Double?
    private let isMinimumExclusive: Bool
    private let maximum: Double?
    private let isMaximumExclusive: Bool
    private let divisor: Double?

    init?(_ reader: PropertyReader) {
        let names = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"]
        guard names.contains(where: reader.holds) else { return nil }
        let lower = Self.exclusive("exclusiveMinimum", reader)
        let upper = Self.exclusive("exclusiveMaximum", reader)
        minimum = lower.bound ?? reader.number("minimum")
        isMinimumExclusive = lower.isExclusive
        maximum = upper.bound ?? reader.number("maximum")
        isMaximumExclusive = upper.isExclusive
        divisor = reader.number("multipleOf")
        if let divisor, divisor <= 0 { reader.refuse("multipleOf", "has to be above zero") }
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        guard case .number(let digits) = value, let number = JSONNumber(digits)?.value else { return }
        if let minimum { checkMinimum(number, digits, minimum, &check) }
        if let maximum { checkMaximum(number, digits, maximum, &check) }
        if let divisor, divisor > 0, (number / divisor).rounded() != number / divisor {
            check.add(
                .outOfRange,
                "remainder of division is not zero (\(digits) / \(JSONNumber.text(divisor)))",
                text: "must be a multiple of \(JSONNumber.text(divisor))"
            )
        }
    }

    private var expectation: String {
        "must be " + CountText.range(minimum.map(JSONNumber.text), maximum.map(JSONNumber.text))
    }

    private func checkMinimum(
        _ number: Double,
        _ digits: String,
        _ minimum: Double,
        _ check: inout SchemaCheck
    ) {
        let bound = JSONNumber.text(minimum)
        if number < minimum {
            check.add(
                .outOfRange,
                "numeric instance is lower than the required minimum (minimum: \(bound), found: \(digits))",
                text: expectation
            )
        } else if isMinimumExclusive, number == minimum {
            check.add(
                .outOfRange,
                "numeric instance is not strictly greater than the required minimum \(bound)",
                text: "must be more than \(bound)"
            )
        }
    }

    private func checkMaximum(
        _ number: Double,
        _ digits: String,
        _ maximum: Double,
        _ check: inout SchemaCheck
    ) {
        let bound = JSONNumber.text(maximum)
        if number > maximum {
            check.add(
                .outOfRange,
                "numeric instance is greater than the required maximum (maximum: \(bound), found: \(digits))",
                text: expectation
            )
        } else if isMaximumExclusive, number == maximum {
            check.add(
                .outOfRange,
                "numeric instance is not strictly lower than the required maximum \(bound)",
                text: "must be less than \(bound)"
            )
        }
    }

    private static func exclusive(
        _ name: String,
        _ reader: PropertyReader
    ) -> (bound: Double?, isExclusive: Bool) {
        guard let node = reader.node(name) else { return (nil, false) }
        if let boolean = node.scalar?.boolean { return (nil, boolean) }
        return (reader.number(name), true)
    }
}
