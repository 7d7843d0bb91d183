/// A regular expression of a schema.
struct SchemaPattern: Sendable {
    let source: String
    // A `Regex` of a text that was read is immutable; the standard library does not say so with `Sendable`.
    private nonisolated(unsafe) let regex: Regex<AnyRegexOutput>

    /// Compiles an expression; nil if it is none.
    init?(_ source: String) {
        guard let regex = try? Regex(source) else { return nil }
        self.source = source
        self.regex = regex.matchingSemantics(.unicodeScalar)
    }

    /// Whether the expression matches some part of the text.
    func isFound(in text: String) -> Bool { (try? regex.firstMatch(in: text)) != nil }

    /// Whether the expression matches the text as a whole.
    func isWhole(_ text: String) -> Bool { (try? regex.wholeMatch(in: text)) != nil }
}
