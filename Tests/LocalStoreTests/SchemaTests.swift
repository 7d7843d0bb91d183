import LocalStore
import Testing

@Suite
struct SchemaTests {
    private let store: TemporaryStore
    private let first = "CREATE TABLE thing (a INTEGER); INSERT INTO thing VALUES (1)"

    init() throws {
        store = try TemporaryStore()
    }

    @Test func `each step runs once, and a later version runs only its new steps`() throws {
        try store.writer.registerSchema(Schema(name: "things", steps: [first]))
        try store.writer.registerSchema(Schema(name: "things", steps: [first]))
        let second = "ALTER TABLE thing ADD COLUMN b INTEGER DEFAULT 2"
        try store.writer.registerSchema(Schema(name: "things", steps: [first, second]))
        let rows = try store.writer.performAndWait {
            try $0.rows("SELECT a, b FROM thing").map { try $0.integer("b") }
        }
        #expect(rows == [2])
    }

    @Test func `a file of a newer version is refused`() throws {
        try store.writer.registerSchema(Schema(name: "things", steps: [first, "SELECT 1"]))
        #expect(throws: StoreError.newerSchema(name: "things", version: 2)) {
            try store.writer.registerSchema(Schema(name: "things", steps: [first]))
        }
    }

    @Test func `a step that fails leaves no half of itself`() throws {
        let schema = Schema(name: "things", steps: ["CREATE TABLE thing (a); SELECT nonsense"])
        #expect(throws: StoreError.self) { try store.writer.registerSchema(schema) }
        #expect(throws: ActionFailure<StoreError>.self) {
            try store.writer.performAndWait { database throws(StoreError) in
                try database.rows("SELECT * FROM thing")
            }
        }
    }
}
