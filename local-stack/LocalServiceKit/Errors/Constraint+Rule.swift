extension Constraint {
    /// What a member must be, as error texts say it.
    package struct Rule: Sendable {
        let sentence: String

        /// It must be there.
        package static let notNull = Rule(sentence: "Member must not be null")

        /// The smallest number.
        package static func atLeast(_ value: Int) -> Rule {
            Rule(sentence: "Member must have value greater than or equal to \(value)")
        }

        static func atMost(_ value: Int) -> Rule {
            Rule(sentence: "Member must have value less than or equal to \(value)")
        }

        /// The least length.
        package static func minimumLength(_ length: Int) -> Rule {
            Rule(sentence: "Member must have length greater than or equal to \(length)")
        }

        /// The greatest length.
        package static func maximumLength(_ length: Int) -> Rule {
            Rule(sentence: "Member must have length less than or equal to \(length)")
        }

        /// How long every value of a map is.
        package static func mapValueLength(_ range: ClosedRange<Int>) -> Rule {
            let bounds = [maximumLength(range.upperBound), minimumLength(range.lowerBound)]
            let sentences = bounds.map(\.sentence).joined(separator: ", ")
            return Rule(sentence: "Map value must satisfy constraint: [\(sentences)]")
        }

        /// What a text looks like, as a regular expression.
        package static func pattern(_ expression: String) -> Rule {
            Rule(sentence: "Member must satisfy regular expression pattern: \(expression)")
        }

        /// The only values, in the order in which AWS names them.
        package static func enumeration(_ values: [String]) -> Rule {
            Rule(sentence: "Member must satisfy enum value set: [\(values.joined(separator: ", "))]")
        }
    }
}
