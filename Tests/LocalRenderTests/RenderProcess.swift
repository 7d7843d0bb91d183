import Foundation

/// The program `render`, as built beside the tests, in a folder of its own that ends with the test.
final class RenderProcess {
    /// What a run said.
    struct Answer {
        let status: Int32
        let output: String
        let errors: [String]
    }

    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "render ü \(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// Where a file of the folder lies.
    func path(_ name: String) -> String { folder.appending(path: name).path(percentEncoded: false) }

    /// Puts a file into the folder.
    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: folder.appending(path: name))
    }

    /// A file of the folder; nil where there is none.
    func read(_ name: String) -> [UInt8]? {
        (try? Data(contentsOf: folder.appending(path: name))).map(Array.init)
    }

    /// The names of all files below a folder of the folder.
    func files(in name: String = "out") -> Set<String> {
        Set((try? FileManager.default.subpathsOfDirectory(atPath: path(name))) ?? [])
    }

    /// The program.
    private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "render")

    /// The program with its arguments, to be started in the folder.
    func process(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = Self.program
        process.currentDirectoryURL = folder
        process.arguments = arguments
        return process
    }

    /// Runs a line of the shell in the folder, where `$0` is the program.
    func shell(_ line: String) throws -> Answer {
        let process = process(["-c", line, Self.program.path(percentEncoded: false)])
        process.executableURL = URL(filePath: "/bin/sh")
        return try run(process)
    }

    /// Runs the program in the folder.
    func run(_ arguments: [String]) throws -> Answer { try run(process(arguments)) }

    private func run(_ process: Process) throws -> Answer {
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        let said = try output.fileHandleForReading.readToEnd() ?? Data()
        let complained = try errors.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Answer(
            status: process.terminationStatus,
            output: String(decoding: said, as: UTF8.self),
            errors: String(decoding: complained, as: UTF8.self).split(separator: "\n").map(String.init)
        )
    }

    /// Runs the program with a request on `photo.jpg`, unless another file is named.
    func render(_ request: String, _ input: String = "photo.jpg", extra: [String] = []) throws -> Answer {
        try write(Array(request.utf8), to: "request.json")
        return try run(["--request", "request.json", "--output", "out"] + extra + [input])
    }
}
