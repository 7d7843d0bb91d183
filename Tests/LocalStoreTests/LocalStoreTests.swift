import Foundation
import Testing

@testable import LocalStore

@Suite
struct StateWriterTests {
    @Test func `an action's rows are there for the next action`() throws {
        let writer = try StateWriter(path: temporaryPath())
        try writer.registerSchema(Schema(name: "t", steps: ["CREATE TABLE t (a INTEGER)"]))
        try writer.performAndWait { _ = try $0.execute("INSERT INTO t VALUES (?)", 5) }
        let value = try writer.performAndWait { try $0.row("SELECT a FROM t")?.integer("a") }
        #expect(value == 5)
        writer.close()
    }
}

func temporaryPath() -> String {
    FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString + ".db").path
}
