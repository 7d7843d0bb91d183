import Foundation
import Testing
import Witnesses

/// jsonschema and Pillow in a process of their own.
enum Witness {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// The schema in the documentation.
    static var schema: URL {
        folder.appending(path: "../../docs/puzzle/puzzle.schema.json").standardizedFileURL
    }

    /// What the script prints.
    static func run(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: Python.path)
        process.arguments = [folder.appending(path: "puzzle_witness.py").path] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "the witness \(Python.path) failed on \(arguments)")
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
