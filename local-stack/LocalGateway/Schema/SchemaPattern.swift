/// A regular expression of a schema, in the dialect of ECMA 262.
struct SchemaPattern: Sendable {
    let source: String
    // A `Regex` of a text that was read is immutable; the standard library does not say so with `Sendable`.
    private nonisolated(unsafe) let regex: Regex<AnyRegexOutput>

    /// What `\s` is (ECMA 262, WhiteSpace and LineTerminator); Unicode's white space has U+0085 and lacks U+FEFF.
    private static let space =
        "\\t\\n\\x0B\\f\\r\\x20\\xA0\\u1680\\u2000\\u2001\\u2002\\u2003\\u2004\\u2005\\u2006\\u2007\\u2008\\u2009\\u200A"
        + "\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF"

    /// Compiles an expression; nil if it is none.
    init?(_ source: String) {
        guard let regex = try? Regex(Self.translated(Self.withWholeScalars(source))) else { return nil }
        self.source = source
        self.regex = regex.matchingSemantics(.unicodeScalar).asciiOnlyDigits().asciiOnlyWordCharacters()
    }

    /// Whether the expression matches some part of the text.
    func isFound(in text: String) -> Bool { (try? regex.firstMatch(in: text)) != nil }

    /// Whether the expression matches the text as a whole.
    func isWhole(_ text: String) -> Bool { (try? regex.wholeMatch(in: text)) != nil }

    /// The expression for those to whom a character beyond U+FFFF is one, not two units.
    ///
    /// JSON Schema since 2019-09 has it so, and Python. Such characters stand for themselves: all of them know that form.
    static func ofWholeScalars(_ source: String) -> String {
        withWholeScalars(source) { scalar in Unicode.Scalar(scalar).map { String($0) } ?? "" }
    }

    /// The expression with ranges of surrogate pairs, such as `\udb40[\udc00-\udfff]`, as those of scalars, written by `write`.
    private static func withWholeScalars(
        _ source: String,
        _ write: (UInt32) -> String = { "\\x{\(String($0, radix: 16))}" }
    ) -> String {
        source.replacing(/\\u([dD][89abAB]\w\w)\[\\u([dD][c-fC-F]\w\w)-\\u([dD][c-fC-F]\w\w)\]/) { match in
            let bounds = [match.2, match.3].map { low -> String in
                let units = [match.1, low].map { UInt32($0, radix: 16) ?? 0 }
                return write(0x1_0000 + (units[0] & 0x3FF) << 10 + units[1] & 0x3FF)
            }
            return "[\(bounds[0])-\(bounds[1])]"
        }
    }

    /// The expression with the dialect's white space written out.
    private static func translated(_ source: String) -> String {
        var (result, isEscaped, isInClass) = ("", false, false)
        for character in source {
            switch (isEscaped, character) {
            case (true, "s"): result += isInClass ? space : "[\(space)]"
            case (true, "S") where !isInClass: result += "[^\(space)]"
            case (true, _): result += "\\\(character)"
            case (false, "\\"): break
            default:
                if character == "[" { isInClass = true }
                if character == "]" { isInClass = false }
                result.append(character)
            }
            isEscaped = !isEscaped && character == "\\"
        }
        return isEscaped ? result + "\\" : result
    }
}
