/// What a command takes, for reading its arguments and for its help.
package struct CommandDescription: Sendable {
    /// The words that run it, such as `dip process`.
    package let name: String
    /// Its argument; nil where it takes none.
    package let argument: ArgumentDescription?
    /// What it does, in a line or two.
    package let summary: String
    /// What else is worth knowing, a paragraph or two.
    package let discussion: String
    /// Its options; `--help` comes by itself.
    package let options: [OptionDescription]
    /// Command lines to learn from, each after what it does.
    package let examples: [(what: String, line: String)]
    /// What stands at the end of its help, such as the exit statuses.
    package let notes: String

    /// A command.
    package init(
        name: String,
        argument: ArgumentDescription? = nil,
        summary: String,
        discussion: String = "",
        options: [OptionDescription],
        examples: [(what: String, line: String)] = [],
        notes: String
    ) {
        (self.name, self.argument, self.summary, self.discussion) = (name, argument, summary, discussion)
        (self.options, self.examples, self.notes) = (options + [.help], examples, notes)
    }

    /// Whether words ask for the help instead.
    package static func asksForHelp(_ words: [String]) -> Bool {
        words.prefix { $0 != "--" }.contains { $0 == "--help" || $0 == "-h" }
    }

    /// The text of `--help`.
    package var helpText: String {
        let argument = argument.map { $0.isOptional ? "[\($0.name)]" : $0.name }
        let required = options.filter(\.isRequired).map(\.synopsis)
        let usage = (["usage:", name] + required + ["[OPTIONS]"] + [argument].compactMap(\.self))
        let examples = examples.map { "  # \($0.what)\n  \($0.line)" }.joined(separator: "\n\n")
        let parts = [
            summary, usage.joined(separator: " "), discussion, OptionTable(self).text,
            examples.isEmpty ? "" : "examples:\n\(examples)", notes,
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }
}
