/// The program: it finds the command, runs it, and says why one could not be done.
enum DipCommand {
    private static let commands: [any Command.Type] = [
        ProcessCommand.self, PuzzleCommand.self, StatusCommand.self, WatchCommand.self, LinksCommand.self,
        CancelCommand.self,
    ]

    /// Runs a command line without the program's name; answers the exit status.
    static func run(_ words: [String], environment: [String: String]) -> Int32 {
        do throws(CommandError) {
            return try dispatch(words, environment)
        } catch {
            let isJSON = words.contains("--json")
            return Console(isJSON: isJSON, isQuiet: false, environment: environment).report(
                error,
                json: isJSON
            )
        }
    }

    private static func dispatch(
        _ words: [String],
        _ environment: [String: String]
    ) throws(CommandError) -> Int32 {
        let descriptions = commands.map { $0.description }
        switch words.first {
        case "--version":
            Console.result("dip \(Help.version)")
            return 0
        case "help" where words.count > 1: return try dispatch([words[1], "--help"], environment)
        case "--help", "-h", "help":
            Console.result(Help.overview(descriptions))
            return 0
        case let word?: return try run(command(word), Array(words.dropFirst()), environment)
        case nil: throw CommandError(UsageError("a command is missing: \(names)"))
        }
    }

    private static func run(
        _ command: any Command.Type,
        _ words: [String],
        _ environment: [String: String]
    ) throws(CommandError) -> Int32 {
        if words.contains("--help") || words.contains("-h") {
            Console.result(Help.text(command.description))
            return 0
        }
        let arguments = try Arguments.read(words, command.description)
        return try command.run(arguments, Session(arguments, environment))
    }

    private static func command(_ word: String) throws(CommandError) -> any Command.Type {
        if let command = commands.first(where: { $0.description.name == word }) { return command }
        throw CommandError(UsageError("“\(word.oneLine)” is no command; there are \(names)"))
    }

    private static var names: String { commands.map { $0.description.name }.joined(separator: ", ") }
}
