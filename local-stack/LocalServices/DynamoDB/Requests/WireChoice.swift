/// A member of a request that has one of a few values.
protocol WireChoice: RawRepresentable, CaseIterable, Codable, Sendable where RawValue == String {
    /// The member's name in error texts, such as `returnValues`.
    static var member: String { get }
}

extension WireChoice {
    /// Reads the value; throws `ServiceError` for one that is not of the set.
    init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let choice = Self(rawValue: text) else {
            throw ServiceError.constraints([Constraint(text, at: Self.member, Self.rule)])
        }
        self = choice
    }

    /// What a value must be, as error texts say it.
    static var rule: String { .enumeration(allCases.map(\.rawValue)) }
}
