/// The form of names that become parts of keys and addresses: ASCII letters, digits and a few marks, the first a letter or
/// digit.
struct NameForm {
    /// The longest name.
    let maximumLength: Int
    /// The marks that a name may have besides letters and digits.
    let marks: [Character]

    /// Whether a text has the form.
    func admits(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= maximumLength, first.isAlphanumeric else {
            return false
        }
        return text.utf8.allSatisfy { byte in
            byte.isAlphanumeric || marks.contains { $0.asciiValue == byte }
        }
    }

    /// The text itself.
    ///
    /// - Throws: The form in words, where the text does not have it.
    func checked(_ text: String) throws(TextRefusal) -> String {
        guard admits(text) else { throw TextRefusal("must be \(self)") }
        return text
    }
}

extension NameForm: CustomStringConvertible {
    var description: String {
        let quoted = marks.map { "'\($0)'" }
        let list =
            quoted.dropLast().map { ", \($0)" }.joined() + quoted.suffix(1).map { " or \($0)" }.joined()
        return "1 to \(maximumLength) letters, digits\(list), the first a letter or digit"
    }
}
