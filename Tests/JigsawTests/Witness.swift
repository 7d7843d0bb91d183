import Foundation
import Testing

/// jsonschema and Pillow in a process of their own.
enum Witness {
    /// `WITNESS_PYTHON`, the package's own environment, or the machine's Python.
    private static let python: String = {
        if let path = ProcessInfo.processInfo.environment["WITNESS_PYTHON"] { return path }
        let own = FileManager.default.currentDirectoryPath + "/.build/witnesses/bin/python3"
        return FileManager.default.isExecutableFile(atPath: own) ? own : "/usr/bin/python3"
    }()

    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// The schema in the documentation.
    static var schema: URL {
        folder.appending(path: "../../docs/puzzle/puzzle.schema.json").standardizedFileURL
    }

    /// What the script prints.
    static func run(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: python)
        process.arguments = [folder.appending(path: "puzzle_witness.py").path] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0, "the witness \(python) failed on \(arguments)")
        return String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
