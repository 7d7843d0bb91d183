/// One word of an expression.
struct ExpressionToken: Sendable {
    /// What kind of word it is.
    enum Kind: Sendable {
        /// A bare name, keyword or function.
        case name
        /// A placeholder for a name, `#name`.
        case namePlaceholder
        /// A placeholder for a value, `:name`.
        case valuePlaceholder
        /// A whole number without sign.
        case number
        /// An operator or a bracket.
        case symbol
        /// A character that no expression contains.
        case unknown
        /// The end of the expression.
        case end
    }

    let kind: Kind
    /// The word itself, `<EOF>` for the end.
    let text: String
    /// Where it stands, in bytes.
    let range: Range<Int>
}
