import FoundationEssentials
import Testing

@testable import LocalStack

struct StateDirectoryTests {
    private static func temporaryPath() -> String {
        FileManager.default.temporaryDirectory.path() + "/local-stack-\(UUID().uuidString)"
    }

    @Test func `a folder is used by one holder at a time`() throws {
        let path = Self.temporaryPath()
        defer { try? FileManager.default.removeItem(atPath: path) }
        do {
            let first = try StateDirectory(path)
            let failure = #expect(throws: StartFailure.self) { _ = try StateDirectory(path) }
            #expect(failure?.lines.first?.contains("another local-stack (process ") == true)
            #expect(failure?.exitStatus == 1)
            #expect(first.databasePath.hasSuffix("/state.db"))
        }
        _ = try StateDirectory(path)
    }

    @Test func `a folder has the name that was given, blanks and all`() throws {
        let path = Self.temporaryPath() + " grüß"
        defer { try? FileManager.default.removeItem(atPath: path) }
        let state = try StateDirectory(path)
        #expect(state.path.hasSuffix(" grüß"))
        #expect(FileManager.default.fileExists(atPath: path + "/lock"))
    }

    @Test func `a folder that cannot be made is a failure with its reason`() {
        let failure = #expect(throws: StartFailure.self) { _ = try StateDirectory("/proc/no-such-folder") }
        #expect(failure?.lines.first?.contains("cannot be made") == true)
    }
}
