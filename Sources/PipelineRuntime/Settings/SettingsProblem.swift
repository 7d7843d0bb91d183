/// One variable that cannot be used, and what to set it to.
package struct SettingsProblem: Sendable, Hashable {
    /// The variable's name.
    package let name: String
    /// What is wrong and what to do, as a sentence that begins with the name.
    package let text: String

    /// Makes a problem; `text` begins with the variable's name.
    package init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }
}
