import CommandLineOptions

/// What a command line asks for.
enum CommandLineRequest: Equatable {
    /// A text to be printed: a help, or the version.
    case text(String)
    case serve(ServeOptions)
    case validate(TemplateOptions)

    /// Reads a command line without the program's name; throws all that is wrong with it.
    static func read(_ words: [String]) throws(UsageError) -> CommandLineRequest {
        switch try program.wish(words) {
        case .text(let text): return .text(text)
        case .command(let index, let words):
            let command = program.commands[index]
            let arguments = try Arguments(words, command)
            return command.name == serve.name
                ? .serve(ServeOptions(arguments)) : .validate(TemplateOptions(arguments))
        }
    }
}
