import CloudTemplate
import CommandLineOptions

/// The program: reads the command line and does what it says.
enum LocalStackCommand {
    /// Runs to the end and returns the exit status.
    static func run(_ arguments: [String]) -> Int32 {
        do throws(UsageError) {
            switch try CommandLineRequest.read(arguments) {
            case .text(let text): Console.say(text)
            case .validate(let options):
                return reportingFailure { () throws(StartFailure) in
                    try ValidateCommand(options).run()
                }
            case .serve(let options):
                return reportingFailure { () throws(StartFailure) in
                    try ServeCommand(options).run()
                }
            }
            return 0
        } catch {
            for problem in error.problems { Console.complain("local-stack: \(problem)") }
            Console.complain("  → \(error.advice)")
            return 2
        }
    }

    private static func reportingFailure(_ body: () throws(StartFailure) -> Void) -> Int32 {
        do throws(StartFailure) {
            try body()
            return 0
        } catch {
            for line in error.lines { Console.complain(line) }
            return error.exitStatus
        }
    }
}
