import CommandLineOptions
import Foundation

do {
    try Demo.main(Array(CommandLine.arguments.dropFirst()))
} catch {
    let usage = error as? UsageError
    let lines = usage.map { $0.problems + ["→ \($0.advice)"] } ?? ["\(error)"]
    FileHandle.standardError.write(Data("\ndemo: \(lines.joined(separator: "\n"))\n".utf8))
    exit(usage == nil ? 1 : 2)
}
