/// The argument of a command that is no option.
package struct ArgumentDescription: Sendable {
    /// What stands for it in the help, such as `PHOTO`.
    package let name: String
    /// What it is; nil where the command's discussion says so.
    package let help: String?
    /// Whether the command does without it.
    package let isOptional: Bool

    /// An argument.
    package init(_ name: String, help: String? = nil, isOptional: Bool = false) {
        (self.name, self.help, self.isOptional) = (name, help, isOptional)
    }
}
