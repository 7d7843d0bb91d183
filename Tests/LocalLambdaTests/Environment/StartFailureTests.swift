import Foundation
import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct StartFailureTests {
    private func error(_ folder: FunctionFolder) async throws -> ErrorText {
        let result = try await EnvironmentFixture(folder).runOnce()
        let error = try result.error().without(result.requestID)
        return ErrorText(
            error.errorType,
            error.errorMessage.replacingOccurrences(of: folder.path, with: "<code>")
        )
    }

    @Test func `a folder without a bootstrap`() async throws {
        let wanted = "RequestId: <id> Error: Couldn't find valid bootstrap(s): [<code>/bootstrap]"
        #expect(try await error(FunctionFolder([:])) == ErrorText("Runtime.InvalidEntrypoint", wanted))
    }

    @Test func `a bootstrap that is no program`() async throws {
        let wanted = "RequestId: <id> Error: fork/exec <code>/bootstrap: exec format error"
        let folder = try FunctionFolder(["bootstrap": "neither ELF nor #!"])
        #expect(try await error(folder) == ErrorText("Runtime.InvalidEntrypoint", wanted))
    }

    @Test func `a bootstrap that may not be executed`() async throws {
        let wanted = "RequestId: <id> Error: fork/exec <code>/bootstrap: permission denied"
        let folder = try FunctionFolder(["bootstrap": "#!/bin/sh"])
        let file = folder.path + "/bootstrap"
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        #expect(try await error(folder) == ErrorText("Runtime.InvalidEntrypoint", wanted))
    }

    @Test func `a folder that is gone`() async throws {
        let wanted = "RequestId: <id> Error: chdir <code>: no such file or directory"
        let folder = try FunctionFolder([:])
        try FileManager.default.removeItem(atPath: folder.path)
        #expect(try await error(folder) == ErrorText("Runtime.InvalidWorkingDir", wanted))
    }
}
