/// The texts of `--help`.
enum Help {
    static let version = "0.1.0"
    private static let nameWidth = 24
    private static let textWidth = 78

    /// What the program does.
    static func overview(_ commands: [CommandDescription]) -> String {
        let list = commands.map { line("\($0.name) \($0.argument)", $0.summary) }.joined(separator: "\n")
        return """
            Turns photographs into renditions, galleries and jigsaw puzzles, by the image processor's HTTP API.

            usage: dip COMMAND [ARGUMENT] [OPTIONS]

            \(list)

            dip COMMAND --help shows a command's options and examples.

            To start with, on one machine:
              make run                                        # the local stack, in another terminal
              dip process photo.jpg --preset gallery --wait --output gallery

            \(exitStatus)
            """
    }

    /// What one command does.
    static func text(_ command: CommandDescription) -> String {
        let argument = command.isArgumentOptional ? "[\(command.argument)]" : command.argument
        let examples = command.examples.map { "  # \($0.what)\n  \($0.line)" }.joined(separator: "\n\n")
        return """
            \(command.summary)

            usage: dip \(command.name) \(argument) [OPTIONS]

            \(command.discussion)

            \(command.allOptions.map(line).joined(separator: "\n"))

            examples:
            \(examples)

            \(exitStatus)
            """
    }

    private static let exitStatus = """
        exit status: 0 done; 1 the request failed or was refused, the message begins with its code; 2 wrong usage, a wrong
        request, or a file that cannot be read or written; nothing was sent then; 3 the API cannot be reached.
        """

    private static func line(_ option: OptionDescription) -> String {
        line([option.name, option.value].compactMap(\.self).joined(separator: " "), option.help)
    }

    private static func line(_ name: String, _ text: String) -> String {
        let gap = String(repeating: " ", count: max(2, nameWidth - name.count))
        let indent = "\n" + String(repeating: " ", count: nameWidth + 2)
        return "  " + name + gap + wrapped(text).joined(separator: indent)
    }

    private static func wrapped(_ text: String) -> [String] {
        var lines = [""]
        for word in text.split(separator: " ") {
            if lines[lines.count - 1].count + word.count >= textWidth { lines.append("") }
            lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
        }
        return lines
    }
}
