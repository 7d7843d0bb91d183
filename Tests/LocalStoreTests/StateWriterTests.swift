import Dispatch
import LocalStore
import TestClock
import Testing

private struct Refusal: Error, Equatable {}

extension Database {
    fileprivate func add(_ note: String) throws(StoreError) {
        try execute("INSERT INTO note VALUES (?)", .text(note))
    }
}

@Suite
struct StateWriterTests {
    private let store: TemporaryStore
    private var writer: StateWriter { store.writer }

    init() throws {
        store = try TemporaryStore()
    }

    /// Holds the writer's thread, so that what is queued meanwhile shares one transaction.
    private func whileBusy(_ body: () -> Void) {
        let gate = DispatchSemaphore(value: 0)
        writer.perform { _ in
            gate.wait()
        } then: { _ in
        }
        body()
        gate.signal()
    }

    @Test func `an action's rows are there for the next action`() throws {
        try writer.performAndWait { try $0.add("a") }
        #expect(try store.notes() == ["a"])
    }

    @Test func `an action that throws undoes its own rows and no others of its commit`() throws {
        let journal = Journal()
        whileBusy {
            writer.perform {
                try $0.add("before")
            } then: {
                journal.note("before \((try? $0.get()) != nil)")
            }
            writer.perform { database in
                try database.add("refused")
                throw Refusal()
            } then: { (result: Result<Void, ActionFailure<any Error>>) in
                journal.note("refused \(result.refusal is Refusal)")
            }
            writer.perform {
                try $0.add("after")
            } then: {
                journal.note("after \((try? $0.get()) != nil)")
            }
        }
        #expect(journal.wait(for: 3) == ["before true", "refused true", "after true"])
        #expect(try store.notes() == ["before", "after"])
    }

    @Test func `effects come after the commit, before the answer, in order`() throws {
        let journal = Journal()
        let path = store.path
        writer.perform { database in
            try database.add("a")
            database.afterCommit { journal.note("effect 1, durable: \(isStored("a", path))") }
            database.afterCommit { journal.note("effect 2") }
            journal.note("action")
        } then: { _ in
            journal.note("answer")
        }
        #expect(
            journal.wait(for: 4) == [
                "action", "effect 1, durable: true", "effect 2", "answer",
            ]
        )
    }

    @Test func `an action that throws has no effects and no timers`() throws {
        let journal = Journal()
        let now = store.clock.now
        writer.perform { database in
            database.afterCommit { journal.note("effect") }
            database.schedule(at: now, key: "t") { _ in journal.note("timer") }
            throw Refusal()
        } then: { (_: Result<Void, ActionFailure<any Error>>) in
            journal.note("answer")
        }
        try writer.settle()
        #expect(journal.wait(for: 1) == ["answer"])
    }

    @Test func `nobody is told success when the commit fails`() throws {
        let reference = "REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED"
        let tables =
            "CREATE TABLE parent (id INTEGER PRIMARY KEY); CREATE TABLE child (parent INTEGER \(reference))"
        try writer.registerSchema(Schema(name: "family", steps: [tables]))
        let journal = Journal()
        whileBusy {
            writer.perform { database in
                try database.add("good")
                database.afterCommit { journal.note("effect") }
            } then: {
                journal.note("good: \($0.isStoreFailure)")
            }
            // A deferred constraint is checked by COMMIT alone.
            writer.perform {
                _ = try $0.execute("INSERT INTO child VALUES (7)")
            } then: {
                journal.note("orphan: \($0.isStoreFailure)")
            }
        }
        #expect(journal.wait(for: 2) == ["good: true", "orphan: true"])
        #expect(try store.notes() == [])
    }

    @Test func `actions of many threads are all stored, each thread's in its order`() throws {
        let writer = writer
        DispatchQueue.concurrentPerform(iterations: 8) { thread in
            for number in 100..<150 {
                try? writer.performAndWait { try $0.add("\(thread) \(number)") }
            }
        }
        let notes = try store.notes()
        #expect(notes.count == 400)
        for thread in 0..<8 {
            let own = notes.filter { $0.hasPrefix("\(thread) ") }
            #expect(own == own.sorted())
        }
    }

    @Test func `an action after close gets an error, those before it are stored`() throws {
        let journal = Journal()
        whileBusy {
            writer.perform {
                try $0.add("queued")
            } then: { _ in
                journal.note("stored")
            }
        }
        writer.close()
        #expect(journal.wait(for: 1) == ["stored"])
        #expect(throws: ActionFailure<StoreError>.store(.closed)) {
            try writer.performAndWait { database throws(StoreError) in try database.add("late") }
        }
        #expect(isStored("queued", store.path))
        #expect(!isStored("late", store.path))
    }

    @Test func `a statement that SQLite refuses names the statement`() throws {
        let error = #expect(throws: ActionFailure<StoreError>.self) {
            try writer.performAndWait { database throws(StoreError) in try database.rows("SELECT absent") }
        }
        let reason = StoreError.statement(
            code: 1,
            message: "no such column: absent",
            sql: "SELECT absent"
        )
        #expect(error == .refused(reason))
    }

    @Test func `a file that is no database is refused`() {
        #expect(throws: StoreError.self) { try StateWriter(path: "/proc/version") }
        #expect(throws: StoreError.self) { try StateWriter(path: "/no/such/folder/state.db") }
    }
}

/// Whether a connection of its own sees the note.
private func isStored(_ note: String, _ path: String) -> Bool {
    let reader = try? StateWriter(path: path)
    defer { reader?.close() }
    let row = try? reader?.performAndWait { try $0.row("SELECT 1 FROM note WHERE text = ?", .text(note)) }
    return row != nil
}

extension Result where Failure == ActionFailure<any Error> {
    /// What the action threw.
    fileprivate var refusal: (any Error)? {
        if case .failure(.refused(let error)) = self { error } else { nil }
    }

    /// Whether the action did all it could and the store did not keep it.
    fileprivate var isStoreFailure: Bool {
        if case .failure(.store) = self { true } else { false }
    }
}
