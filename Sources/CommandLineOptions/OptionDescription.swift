/// One option of a command, as it is read and as its help shows it; what its value is, `CommandOption` knows.
package struct OptionDescription: Sendable {
    /// The name with its dashes.
    package let name: String
    /// What stands for the value in the help; nil for a switch.
    package let value: String?
    /// What it does.
    package let help: String
    /// Whether it may be given several times.
    package let isRepeatable: Bool
    /// Whether nothing can be done without it.
    package let isRequired: Bool
    /// What is wrong with the values that were given.
    let problems: @Sendable ([String]) -> [String]

    /// The option that every command has.
    static let help = CommandOption.flag("--help", "this text").description

    /// The name and what stands for the value.
    package var synopsis: String { [name, value].compactMap(\.self).joined(separator: " ") }
}
