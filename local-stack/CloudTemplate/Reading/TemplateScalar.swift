/// A single value of a template as it was written.
///
/// A plain (unquoted) scalar may stand for a number, a boolean or null by the rules of YAML 1.1, which CloudFormation
/// follows; a quoted one is always text.
package struct TemplateScalar: Sendable, Hashable {
    /// The characters, escapes already undone.
    package let text: String
    /// Whether the scalar was written without quotes and without a tag that makes it a string.
    package let isPlain: Bool

    /// Makes a scalar.
    package init(_ text: String, isPlain: Bool) {
        self.text = text
        self.isPlain = isPlain
    }

    /// Whether the scalar stands for nothing at all.
    package var isNull: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(text) }

    /// The boolean that a plain scalar stands for.
    package var boolean: Bool? {
        guard isPlain else { return nil }
        switch text.lowercased() {
        case "true", "yes", "on": return true
        case "false", "no", "off": return false
        default: return nil
        }
    }

    /// The number that a plain scalar stands for, as it was written; nil for what JSON knows no notation of.
    package var numberText: Substring? {
        guard isPlain, let number = text.wholeMatch(of: /\+?(-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?)/)
        else {
            return nil
        }
        return number.1
    }
}
