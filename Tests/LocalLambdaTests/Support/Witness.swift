import Foundation
import Witnesses

/// The interpreter that has the independent implementations which the tests compare with.
enum Witness {
    /// Runs the interpreter to its end and answers what it printed; what it says on standard error goes through.
    ///
    /// One that takes too long is killed.
    static func run(
        _ arguments: [String],
        environment: [String: String] = [:]
    ) async throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: Python.path)
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        process.standardOutput = output
        let end = try process.start()
        defer { process.end() }
        var text = ""
        for try await line in output.lines { text += line + "\n" }
        return (try await end.status(), text)
    }
}
