import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct EventSourceMappingTests {
    @Test func `messages that wait become a batch, and are deleted when the function succeeds`() async throws
    {
        let fixture = MappingFixture()
        fixture.queue.send("a", "b", "c")
        await fixture.start()
        #expect(try fixture.invoker.batches == [["a", "b", "c"]])
        #expect(fixture.invoker.invocations.first?.functionName == "fn")
        #expect(fixture.queue.deleted.isEmpty)
        await fixture.end(0)
        #expect(fixture.queue.deleted == ["a", "b", "c"])
    }

    @Test func `an empty queue is asked once, and again only when it changes`() async throws {
        let fixture = MappingFixture()
        await fixture.start()
        await fixture.clock.advance(by: .seconds(3_600))
        #expect(fixture.queue.requests.count == 1)
        await fixture.send("a")
        #expect(try fixture.invoker.batches == [["a"]])
        #expect(fixture.queue.requests.count == 3)
    }

    @Test func `a change during a receive is not missed`() async throws {
        let fixture = MappingFixture()
        fixture.queue.holdReceives()
        await fixture.start()
        await fixture.send("late")
        #expect(fixture.queue.requests.count == 1)
        fixture.queue.answerReceives()
        await settle()
        #expect(try fixture.invoker.batches == [["late"]])
    }

    @Test func `a queue that could not be read is read again a second later`() async throws {
        let fixture = MappingFixture()
        fixture.queue.setBroken(true)
        await fixture.start()
        await fixture.send("a")
        let count = fixture.queue.requests.count
        fixture.queue.setBroken(false)
        await fixture.clock.advance(by: .milliseconds(999))
        #expect(fixture.queue.requests.count == count)
        await fixture.clock.advance(by: .milliseconds(1))
        #expect(try fixture.invoker.batches == [["a"]])
    }

    @Test func `a function's error leaves its messages to come again`() async throws {
        let fixture = MappingFixture()
        fixture.queue.send("a")
        await fixture.start()
        await fixture.end(0, .functionError(payload: []))
        #expect(fixture.queue.deleted.isEmpty)
        fixture.queue.expire()
        await settle()
        #expect(fixture.invoker.invocations.count == 1)
        await fixture.clock.advance(by: .seconds(30))
        fixture.queue.expire()
        await settle()
        #expect(try fixture.invoker.batches == [["a"], ["a"]])
    }

    @Test(arguments: [
        (true, #"{"batchItemFailures":[{"itemIdentifier":"id-b"}]}"#, ["a", "c"]),
        (true, "{}", ["a", "b", "c"]),
        (true, #"{"batchItemFailures":[{"itemIdentifier":"other"}]}"#, []),
        (false, #"{"batchItemFailures":[{"itemIdentifier":"id-b"}]}"#, ["a", "b", "c"]),
        (false, "no JSON", ["a", "b", "c"]),
    ])
    func `the answer decides which messages are deleted`(
        reports: Bool,
        answer: String,
        deleted: [String]
    ) async {
        let fixture = MappingFixture(reportsBatchItemFailures: reports)
        fixture.queue.send("a", "b", "c")
        await fixture.start()
        await fixture.end(0, answer: answer)
        #expect(fixture.queue.deleted == deleted)
    }

    @Test func `as many batches are under way as may be, and no message waits invisibly for its turn`()
        async throws
    {
        let fixture = MappingFixture(batchSize: 1, maximumConcurrency: 2)
        fixture.queue.send("a", "b", "c", "d")
        await fixture.start()
        #expect(try fixture.invoker.batches == [["a"], ["b"]])
        #expect(fixture.queue.requests.count == 2)
        await fixture.send("e")
        #expect(fixture.queue.requests.count == 2)
        await fixture.end(1)
        #expect(try fixture.invoker.batches == [["a"], ["b"], ["c"]])
        await fixture.end(0, .functionError(payload: []))
        #expect(try fixture.invoker.batches.last == ["d"])
    }

    @Test func `a batch that is throttled is tried again and then deleted`() async throws {
        let fixture = MappingFixture()
        fixture.queue.send("a")
        await fixture.start()
        await fixture.end(0, .throttled)
        #expect(fixture.invoker.invocations.count == 1)
        await fixture.clock.advance(by: .milliseconds(100))
        #expect(try fixture.invoker.batches == [["a"], ["a"]])
        await fixture.end(1)
        #expect(fixture.queue.deleted == ["a"])
    }

    @Test func `a batch that is throttled for too long is dropped before it is visible again`() async throws {
        let fixture = MappingFixture()
        fixture.queue.send("a")
        await fixture.start()
        var attempts = 0
        while fixture.invoker.invocations.count > attempts, attempts < 100 {
            await fixture.end(attempts, .throttled)
            attempts += 1
            await fixture.clock.advance(by: .seconds(5))
        }
        // The seventh begins at 28.2 s; the pause after it would last until after the visibility timeout of 30 s.
        #expect(attempts == 7)
        #expect(fixture.queue.deleted.isEmpty)
        await fixture.send("b")
        #expect(try fixture.invoker.batches.last == ["b"])
    }

    @Test func `an unknown function leaves the messages in the queue`() async {
        let fixture = MappingFixture()
        fixture.queue.send("a")
        await fixture.start()
        await fixture.end(0, .unknownFunction)
        #expect(fixture.queue.deleted.isEmpty)
    }

    @Test func `the queue is told how long handling may take`() async {
        let fixture = MappingFixture(batchSize: 3, window: .seconds(5))
        await fixture.start()
        #expect(fixture.queue.requests.first?.handlingTime == .seconds(25))
        #expect(fixture.queue.requests.first?.maximum == 3)
    }

    @Test func `a stopped mapping receives nothing and finishes what is under way`() async throws {
        let fixture = MappingFixture()
        fixture.queue.send("a")
        await fixture.start()
        fixture.mapping.stop()
        await fixture.send("b")
        #expect(try fixture.invoker.batches == [["a"]])
        await fixture.end(0)
        #expect(fixture.queue.deleted == ["a"])
        #expect(try fixture.invoker.batches == [["a"]])
    }
}
