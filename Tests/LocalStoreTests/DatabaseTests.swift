import LocalStore
import TestClock
import Testing

@Suite
struct DatabaseTests {
    private let store: TemporaryStore

    init() throws {
        store = try TemporaryStore()
    }

    @Test(
        arguments: [
            .null, .integer(0), .integer(.min), .integer(.max), .real(1.5), .text(""), .text("a\0b"),
            .text("é✓\u{1F600}"),
            .blob([]), .blob([0, 255, 0]),
        ] as [SQLValue]
    )
    func `a value comes back as it went in`(value: SQLValue) throws {
        let returned = try store.writer.performAndWait { database in
            try database.execute("INSERT INTO note VALUES (?)", value)
            return try database.row("SELECT text FROM note")?["text"]
        }
        #expect(returned == value)
    }

    @Test func `a change answers the number of its rows and the id of the last one`() throws {
        try store.writer.performAndWait { database throws in
            #expect(try database.execute("INSERT INTO note VALUES (?), (?)", "a", "b") == 2)
            #expect(database.lastInsertedRowID == 2)
            #expect(try database.execute("UPDATE note SET text = ? WHERE text = ?", "c", "a") == 1)
            #expect(try database.execute("DELETE FROM note WHERE text = ?", "nothing") == 0)
        }
    }

    @Test func `a row answers each column in its type or says which column is not`() throws {
        try store.writer.performAndWait { database in
            let row = try #require(try database.row("SELECT 1 AS n, 'x' AS t, x'01' AS b, NULL AS none"))
            #expect(try row.integer("n") == 1)
            #expect(try row.bool("n"))
            #expect(try row.timestamp("n") == Timestamp(milliseconds: 1))
            #expect(try row.text("t") == "x")
            #expect(try row.blob("b") == [1])
            #expect(row.optionalText("none") == nil)
            #expect(row.optionalInteger("none") == nil)
            #expect(throws: StoreError.unexpectedValue(column: "none")) { try row.blob("none") }
            #expect(throws: StoreError.unexpectedValue(column: "none")) { try row.text("none") }
            #expect(throws: StoreError.unexpectedValue(column: "t")) { try row.integer("t") }
            #expect(throws: StoreError.unexpectedValue(column: "n")) { try row.blob("n") }
        }
    }

    @Test func `more statements than the cache holds all run`() throws {
        let sum = try store.writer.performAndWait { database in
            try (0..<2000).reduce(0) { try $0 + (database.row("SELECT \($1) AS n")?.integer("n") ?? 0) }
        }
        #expect(sum == 1_999_000)
    }

    @Test func `an action sees the clock's time`() throws {
        store.clock.advance(by: .milliseconds(1234))
        let now = store.clock.now
        #expect(try store.writer.performAndWait { $0.now } == now)
    }
}
