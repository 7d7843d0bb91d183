/// A value of a request that breaks a rule of the service's model.
package struct Constraint: Sendable {
    /// The sentence of the error text that says so.
    let sentence: String

    /// A rule that is broken by a value that error texts do not show.
    package init(at member: String, _ rule: Rule) {
        sentence = "Value at '\(member)' failed to satisfy constraint: \(rule.sentence)"
    }

    /// - Parameters:
    ///   - value: the value as error texts show it.
    ///   - member: where it stands, such as `keySchema.1.member.keyType`.
    ///   - rule: what it must be.
    package init(_ value: String?, at member: String, _ rule: Rule) {
        let shown = value.map { "'\($0)'" } ?? "null"
        sentence = "Value \(shown) at '\(member)' failed to satisfy constraint: \(rule.sentence)"
    }
}

extension ServiceError {
    /// The error for broken rules of the model, of which it names ten at most.
    package static func constraints(_ constraints: [Constraint]) -> ServiceError {
        let named = constraints.prefix(10)
        let noun = named.count == 1 ? "error" : "errors"
        let sentences = named.map(\.sentence).joined(separator: "; ")
        return ServiceError(
            "ValidationException",
            queryCode: "ValidationError",
            "\(named.count) validation \(noun) detected: \(sentences)"
        )
    }
}

extension [Constraint] {
    /// Throws where a rule is broken.
    package func requireNone() throws(ServiceError) {
        if !isEmpty { throw .constraints(self) }
    }

    /// Notes a number outside the bounds.
    package mutating func require(_ number: Int?, in range: ClosedRange<Int>, at member: String) {
        guard let number else { return }
        if number < range.lowerBound {
            append(Constraint(String(number), at: member, .atLeast(range.lowerBound)))
        } else if number > range.upperBound {
            append(Constraint(String(number), at: member, .atMost(range.upperBound)))
        }
    }
}
