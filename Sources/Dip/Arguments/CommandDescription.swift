/// What a command takes, for reading its arguments and for its help.
struct CommandDescription {
    /// The word that names it.
    let name: String
    /// What stands for its argument, such as `PHOTO`.
    let argument: String
    /// Whether it does without its argument.
    let isArgumentOptional: Bool
    /// What it does, in a line.
    let summary: String
    /// What else is worth knowing, a paragraph or two.
    let discussion: String
    /// Its own options.
    let options: [OptionDescription]
    /// Command lines to learn from, each after what it does.
    let examples: [(what: String, line: String)]

    /// Its own options and those of every command.
    var allOptions: [OptionDescription] { options + OptionDescription.general }
}
