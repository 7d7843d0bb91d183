/// A program of several commands.
package struct ProgramDescription: Sendable {
    /// What a command line asks of a program.
    package enum Wish: Sendable {
        /// A text to be printed: a help, or the version.
        case text(String)
        /// The command at that place in the list, with the words behind it.
        case command(Int, [String])
    }

    /// The word that runs it.
    package let name: String
    /// Its version.
    package let version: String
    /// What it does.
    package let summary: String
    /// Its commands, each of which begins with the program's name.
    package let commands: [CommandDescription]
    /// What stands at the end of its help.
    package let notes: String

    /// A program.
    package init(
        name: String,
        version: String,
        summary: String,
        commands: [CommandDescription],
        notes: String
    ) {
        (self.name, self.version, self.summary) = (name, version, summary)
        (self.commands, self.notes) = (commands, notes)
    }

    /// What a command line without the program's name asks for.
    package func wish(_ words: [String]) throws(UsageError) -> Wish {
        switch words.first {
        case "--version": return .text("\(name) \(version)")
        case "help" where words.count > 1: return try wish([words[1], "--help"])
        case "--help", "-h", "help": return .text(helpText)
        case let word? where !word.hasPrefix("-"):
            guard let index = commandWords.firstIndex(of: word) else {
                throw refusal("“\(word)” is no command; there are \(listed)")
            }
            let rest = Array(words.dropFirst())
            return CommandDescription.asksForHelp(rest)
                ? .text(commands[index].helpText) : .command(index, rest)
        default:
            if CommandDescription.asksForHelp(words) { return .text(helpText) }
            throw refusal("a command is missing: \(listed)")
        }
    }

    /// The text of `--help`.
    package var helpText: String {
        let rows = zip(commandWords, commands).map { word, command in
            ([word, command.argument?.name].compactMap(\.self).joined(separator: " "), command.summary)
        }
        let argument = commands.allSatisfy { $0.argument == nil } ? "" : " [ARGUMENT]"
        return [
            summary, "usage: \(name) COMMAND [OPTIONS]\(argument)\n       \(name) --version",
            OptionTable(rows).text,
            "\(name) COMMAND --help shows a command's options and examples.", notes,
        ]
        .joined(separator: "\n\n")
    }

    private var listed: String { commandWords.joined(separator: ", ") }

    private var commandWords: [String] {
        commands.map { String($0.name.dropFirst(name.count + 1)) }
    }

    private func refusal(_ problem: String) -> UsageError { UsageError([problem], command: name) }
}
