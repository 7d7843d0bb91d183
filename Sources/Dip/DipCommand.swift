import CommandLineOptions

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
        let program = Help.program(commands.map { $0.description })
        switch try CommandError.refusing({ () throws(UsageError) in try program.wish(words) }) {
        case .text(let text):
            try Console.result(text)
            return 0
        case .command(let index, let words):
            let command = commands[index]
            let arguments = try CommandError.refusing { () throws(UsageError) in
                try Arguments(words, command.description)
            }
            return try command.run(arguments, Session(arguments, environment))
        }
    }
}
