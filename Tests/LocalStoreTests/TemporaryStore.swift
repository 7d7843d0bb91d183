import Foundation
import LocalStore
import Synchronization
import TestClock

/// A store in a folder of its own, with one table `note (text)`, on a clock that is moved by hand.
final class TemporaryStore {
    let directory: String
    let clock = AdjustableClock()
    let writer: StateWriter

    var path: String { directory + "/state.db" }

    init() throws {
        directory = FileManager.default.temporaryDirectory.path + "/store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let failures = FailureList()
        writer = try StateWriter(path: directory + "/state.db", clock: clock) { key, _ in failures.add(key) }
        self.failures = failures
        try writer.registerSchema(Schema(name: "notes", steps: ["CREATE TABLE note (text ANY)"]))
    }

    private let failures: FailureList
    var failedTimers: [String] { failures.keys.withLock { $0 } }

    deinit {
        writer.close()
        try? FileManager.default.removeItem(atPath: directory)
    }

    func notes() throws -> [String] {
        try writer.performAndWait {
            try $0.rows("SELECT text FROM note ORDER BY rowid").map { try $0.text("text") }
        }
    }
}

private final class FailureList: Sendable {
    let keys = Mutex<[String]>([])

    func add(_ key: String) {
        keys.withLock { $0.append(key) }
    }
}
