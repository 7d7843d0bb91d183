import LocalStore
import TestClock
import Testing

@Suite
struct TimerTests {
    private let store: TemporaryStore
    private let journal = Journal()
    private var writer: StateWriter { store.writer }

    init() throws {
        store = try TemporaryStore()
    }

    private func set(_ key: String, after delay: Duration, _ line: String) {
        let journal = journal
        writer.schedule(at: store.clock.now + delay, key: key) { _ in journal.note(line) }
    }

    @Test func `timers run when the clock reaches them, in the order of their moments`() throws {
        set("late", after: .seconds(3), "late")
        set("early", after: .seconds(1), "early")
        set("never", after: .seconds(9), "never")
        try writer.settle()
        store.clock.advance(by: .seconds(3))
        try writer.settle()
        #expect(journal.wait(for: 2) == ["early", "late"])
    }

    @Test func `a timer of the same key replaces the earlier one`() throws {
        set("key", after: .seconds(1), "first")
        set("key", after: .seconds(2), "second")
        store.clock.advance(by: .seconds(1))
        try writer.settle()
        journal.note("nothing yet")
        store.clock.advance(by: .seconds(1))
        try writer.settle()
        #expect(journal.wait(for: 2) == ["nothing yet", "second"])
    }

    @Test func `a cancelled timer does not run`() throws {
        set("key", after: .seconds(1), "cancelled")
        set("other", after: .seconds(1), "other")
        try writer.performAndWait { $0.cancelTimer(key: "key") }
        store.clock.advance(by: .seconds(5))
        try writer.settle()
        #expect(journal.wait(for: 1) == ["other"])
    }

    @Test func `a timer writes, sets the next one, and an action after it sees both`() throws {
        @Sendable func tick(_ database: Database) throws {
            try database.execute("INSERT INTO note VALUES (?)", .text("at \(database.now.seconds % 60)"))
            database.schedule(at: database.now + .seconds(1), key: "tick", action: tick)
        }
        writer.schedule(at: store.clock.now + .seconds(1), key: "tick", action: tick)
        for _ in 0..<3 {
            store.clock.advance(by: .seconds(1))
            try writer.settle()
        }
        #expect(try store.notes() == ["at 1", "at 2", "at 3"])
    }

    @Test func `a timer that fails is reported and stops no other`() throws {
        writer.schedule(at: store.clock.now, key: "bad") { try $0.execute("INSERT INTO nowhere VALUES (1)") }
        set("good", after: .zero, "good")
        try writer.settle()
        #expect(journal.wait(for: 1) == ["good"])
        #expect(store.failedTimers == ["bad"])
    }

    @Test func `a timer on the machine's clock runs by itself`() throws {
        let path = store.directory + "/real.db"
        let real = try StateWriter(path: path)
        defer { real.close() }
        let journal = journal
        real.schedule(at: SystemClock().now + .milliseconds(20), key: "t") { _ in journal.note("rang") }
        #expect(journal.wait(for: 1) == ["rang"])
    }

    @Test func `a thousand timers come out in order`() throws {
        var delays = Array(0..<1000)
        var generator = LinearGenerator(state: 42)
        delays.shuffle(using: &generator)
        for delay in delays { set("key \(delay)", after: .milliseconds(delay), String(delay)) }
        store.clock.advance(by: .seconds(1))
        try writer.settle()
        #expect(journal.wait(for: 1000) == (0..<1000).map(String.init))
    }
}

/// Knuth's MMIX generator: the same order on every run.
private struct LinearGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state
    }
}
