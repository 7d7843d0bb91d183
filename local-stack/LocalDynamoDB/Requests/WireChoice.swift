import LocalServiceKit

/// A member of a request that has one of a few values.
protocol WireChoice: RawRepresentable, CaseIterable, Codable, Sendable where RawValue == String {
    /// The member's name in error texts, such as `returnValues`.
    static var member: String { get }
}

extension WireChoice {
    /// Reads the value; one that is not of the set is noted, and stands for the first one until the request is refused.
    init(from decoder: any Decoder) throws {
        let decoder = WireDecoder.reading(decoder)
        let text = try decoder.string()
        let violation = Constraint(text, at: Self.member, Self.rule)
        if let choice = Self(rawValue: text) {
            self = choice
        } else if let first = Self.allCases.first {
            decoder.notes.constraints.append(violation)
            self = first
        } else {
            throw ServiceError.constraints([violation])
        }
    }

    /// What a value must be, as error texts say it.
    static var rule: Constraint.Rule { .enumeration(allCases.map(\.rawValue)) }
}
