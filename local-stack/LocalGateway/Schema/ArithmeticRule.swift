import CloudTemplate

/// `x-arithmetic`: what the product or the quotient of two members may be, which JSON Schema cannot say.
///
/// The validator does not hold a value to it; it is told beside what is refused.
struct ArithmeticRule: SchemaRule {
    private let limits: [Limit]

    init?(_ reader: PropertyReader) {
        guard reader.holds("x-arithmetic") else { return nil }
        limits = reader.readers("x-arithmetic").compactMap(Limit.init)
    }

    func check(_ value: JSONValue, _ check: inout SchemaCheck) {
        for limit in limits where limit.isBroken(by: value) {
            check.checkAside(isBinding: false) { check in
                check.add(.outOfRange, "\(limit.name) is out of range", text: limit.text, at: [limit.name])
            }
        }
    }

    /// A bound of `product` or `quotient`, two names of members, told at the first.
    private struct Limit: Sendable {
        let name: String
        let text: String
        private let other: String
        private let isQuotient: Bool
        private let minimum: Double
        private let maximum: Double

        init?(_ reader: PropertyReader) {
            isQuotient = reader.holds("quotient")
            minimum = reader.number("minimum") ?? -.infinity
            maximum = reader.number("maximum") ?? .infinity
            guard let names = reader.texts(isQuotient ? "quotient" : "product"), names.count == 2,
                let text = reader.text("text")
            else {
                reader.refuse(nil, "needs a product or a quotient of two members, and a text")
                return nil
            }
            (name, other, self.text) = (names[0], names[1], text)
        }

        func isBroken(by object: JSONValue) -> Bool {
            guard let left = object[name]?.positive, let right = object[other]?.positive else { return false }
            let result = isQuotient ? (left / right).rounded(.down) : left * right
            return result < minimum || result > maximum
        }
    }
}

extension JSONValue {
    /// The value of a whole number above zero.
    fileprivate var positive: Double? {
        guard case .number(let digits) = self, let number = JSONNumber(digits) else { return nil }
        return number.isInteger && number.value > 0 ? number.value : nil
    }
}
