/// An output of a stack.
package struct StackOutput: Sendable {
    /// Its name.
    package let name: String
    /// What it tells people.
    package let description: String?
    /// Its value.
    package let value: String

    /// An output.
    package init(name: String, description: String?, value: String) {
        self.name = name
        self.description = description
        self.value = value
    }
}
