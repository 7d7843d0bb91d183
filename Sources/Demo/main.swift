import CommandLineOptions
import Foundation

let words = Array(CommandLine.arguments.dropFirst())
do {
    if CommandDescription.asksForHelp(words) {
        print(DemoOptions.description.helpText)
    } else {
        try Demo(options: DemoOptions(words)).run()
    }
} catch {
    let usage = error as? UsageError
    let lines = usage.map { $0.problems + ["→ \($0.advice)"] } ?? ["\(error)"]
    FileHandle.standardError.write(Data("\ndemo: \(lines.joined(separator: "\n"))\n".utf8))
    exit(usage == nil ? 1 : 2)
}
