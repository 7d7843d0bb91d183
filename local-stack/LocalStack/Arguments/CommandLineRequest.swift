/// What a command line asks for.
enum CommandLineRequest: Equatable {
    case help
    case version
    case serve(ServeOptions)
    case validate(TemplateOptions)

    /// Reads a command line without the program's name.
    ///
    /// Throws `ArgumentError` with all problems.
    static func read(_ arguments: [String]) throws(ArgumentError) -> CommandLineRequest {
        var reader = ArgumentReader(arguments)
        if reader.flag("--help", "-h") { return .help }
        if reader.flag("--version") { return .version }
        let request: CommandLineRequest
        switch reader.command() {
        case "serve": request = .serve(ServeOptions(&reader))
        case "validate": request = .validate(TemplateOptions(&reader))
        case "help": return .help
        case let word?: throw ArgumentError(problems: ["\(word) is no command"])
        case nil: throw ArgumentError(problems: ["a command is missing"])
        }
        try reader.finish()
        return request
    }
}
