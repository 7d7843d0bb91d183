extension SchemaProblem {
    /// What kind of mistake it is; stable, for programs, and the same word that a record's problems have for it.
    struct Code: RawRepresentable, Sendable, Hashable {
        let rawValue: String

        static let malformed = Code(rawValue: "malformed")
        static let unknownField = Code(rawValue: "unknown_field")
        static let missing = Code(rawValue: "missing")
        static let wrongType = Code(rawValue: "wrong_type")
        static let outOfRange = Code(rawValue: "out_of_range")
        static let notAllowed = Code(rawValue: "not_allowed")
        static let invalidFormat = Code(rawValue: "invalid_format")
        static let contradiction = Code(rawValue: "contradiction")
        static let duplicate = Code(rawValue: "duplicate")
        static let tooMany = Code(rawValue: "too_many")
    }
}
