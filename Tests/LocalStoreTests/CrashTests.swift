import Foundation
import LocalStore
import Synchronization
import Testing

@Suite
struct CrashTests {
    @Test(arguments: [1, 37, 400])
    func `what was acknowledged before a SIGKILL is there afterwards`(acknowledgements: Int) async throws {
        let directory = FileManager.default.temporaryDirectory.path + "/crash-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        await #expect(processExitsWith: .signal(SIGKILL)) {
            [directory = directory as String, acknowledgements = acknowledgements as Int] in
            try writeUntilKilled(in: directory, after: acknowledgements)
        }
        let told = try String(contentsOfFile: directory + "/told", encoding: .utf8)
            .split(separator: "\n").compactMap { Int($0) }
        let stored = try storedNumbers(in: directory)
        #expect(told.count >= acknowledgements)
        #expect(Set(told).subtracting(stored).isEmpty)
        // An action is stored whole: each one writes its number and its negative.
        #expect(stored.allSatisfy { stored.contains(-$0) })
    }

    @Test func `a commit waits for the disk and reading does not wait for it`() throws {
        let store = try TemporaryStore()
        let modes = try store.writer.performAndWait { database in
            [
                try database.row("PRAGMA journal_mode")?["journal_mode"],
                try database.row("PRAGMA synchronous")?["synchronous"],
            ]
        }
        #expect(modes == [.text("wal"), .integer(2)])
    }
}

/// Writes rows from several actions at once and dies, with more of them under way, once some were acknowledged.
private func writeUntilKilled(in directory: String, after acknowledgements: Int) throws {
    alarm(30)
    let writer = try StateWriter(path: directory + "/state.db")
    try writer.registerSchema(Schema(name: "n", steps: ["CREATE TABLE number (value INTEGER)"]))
    let told = open(directory + "/told", O_WRONLY | O_CREAT | O_APPEND, 0o600)
    let count = Atomic(0)
    for number in 1... {
        writer.perform { database in
            try database.execute("INSERT INTO number VALUES (?)", .integer(number))
            try database.execute("INSERT INTO number VALUES (?)", .integer(-number))
        } then: { result in
            guard case .success = result else { return }
            let line = Array("\(number)\n".utf8)
            _ = line.withUnsafeBytes { write(told, $0.baseAddress, $0.count) }
            count.add(1, ordering: .relaxed)
        }
        if count.load(ordering: .relaxed) >= acknowledgements { kill(getpid(), SIGKILL) }
    }
}

private func storedNumbers(in directory: String) throws -> Set<Int> {
    let writer = try StateWriter(path: directory + "/state.db")
    defer { writer.close() }
    let numbers = try writer.performAndWait { database in
        try database.rows("SELECT value FROM number").map { try $0.integer("value") }
    }
    return Set(numbers)
}
