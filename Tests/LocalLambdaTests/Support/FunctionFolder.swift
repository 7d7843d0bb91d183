import Foundation
import Witnesses

@testable import LocalLambda

/// A folder with a function's code, removed when the test is over.
final class FunctionFolder: Sendable {
    let path: String

    /// A folder with files; `bootstrap` is executable.
    init(_ files: [String: String]) throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "function-\(UUID().uuidString)")
        path = url.path(percentEncoded: false)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, text) in files {
            let file = url.appending(path: name)
            try Data(text.utf8).write(to: file)
            let mode = name == "bootstrap" ? 0o755 : 0o644
            try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: file.path)
        }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// A runtime in Python: `handle(event, context)` of `handler` between the calls of the Runtime API.
    convenience init(python handler: String) throws {
        try self.init(["bootstrap": "#!\(Python.path)\n" + PythonRuntime.source(handler: handler)])
    }

    /// A program in Python that is given the calls of the Runtime API.
    convenience init(script: String) throws {
        try self.init(["bootstrap": "#!\(Python.path)\n" + PythonRuntime.source(script: script)])
    }

    /// A program that was built beside the tests.
    convenience init(executable name: String) throws {
        try self.init([:])
        let target = Self.builtExecutable(name).path
        try FileManager.default.createSymbolicLink(atPath: path + "/bootstrap", withDestinationPath: target)
    }

    /// Where the build puts its programs.
    static func builtExecutable(_ name: String) -> URL {
        let tests = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appending(path: name)
    }

    func function(
        timeout: Duration = .seconds(20),
        memoryMegabytes: Int = 512,
        environment: [String: String] = [:],
        maximumConcurrency: Int? = nil
    ) -> FunctionDefinition {
        FunctionDefinition(
            name: "fn",
            codeDirectory: path,
            handler: "app.handler",
            timeout: timeout,
            memoryMegabytes: memoryMegabytes,
            environment: environment,
            maximumConcurrency: maximumConcurrency
        )
    }
}
