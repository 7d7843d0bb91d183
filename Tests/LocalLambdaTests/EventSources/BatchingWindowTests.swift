import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct BatchingWindowTests {
    @Test func `messages are gathered until the window ends`() async throws {
        let fixture = MappingFixture(window: .seconds(5))
        await fixture.start()
        await fixture.send("a")
        await fixture.clock.advance(by: .seconds(3))
        await fixture.send("b")
        await fixture.clock.advance(by: .milliseconds(1_999))
        #expect(fixture.invoker.invocations.isEmpty)
        await fixture.clock.advance(by: .milliseconds(1))
        #expect(try fixture.invoker.batches == [["a", "b"]])
    }

    @Test func `the next window begins with the next message`() async throws {
        let fixture = MappingFixture(window: .seconds(5))
        await fixture.start()
        await fixture.send("a")
        await fixture.clock.advance(by: .seconds(8))
        await fixture.send("b")
        await fixture.clock.advance(by: .seconds(4))
        #expect(try fixture.invoker.batches == [["a"]])
        await fixture.clock.advance(by: .seconds(1))
        #expect(try fixture.invoker.batches == [["a"], ["b"]])
    }

    @Test func `a batch of more than ten is gathered by several receives`() async throws {
        let fixture = MappingFixture(batchSize: 25, window: .seconds(1))
        fixture.queue.send((1...30).map(String.init))
        await fixture.start()
        #expect(try fixture.invoker.batches == [(1...25).map(String.init)])
        #expect(fixture.queue.requests.map(\.maximum).prefix(3) == [10, 10, 5])
        await fixture.clock.advance(by: .seconds(1))
        #expect(try fixture.invoker.batches.last == (26...30).map(String.init))
    }

    @Test func `a batch that is full does not wait for its window`() async throws {
        let fixture = MappingFixture(batchSize: 2, window: .seconds(300))
        await fixture.start()
        await fixture.send("a", "b", "c")
        #expect(try fixture.invoker.batches == [["a", "b"]])
    }

    @Test func `a batch ends before it is too large for an invocation`() async throws {
        let fixture = MappingFixture(batchSize: 100, window: .seconds(60), maximumConcurrency: 1)
        let megabyte = String(repeating: "x", count: 1_000_000)
        fixture.queue.send((0..<10).map { "\($0)\(megabyte)" })
        await fixture.start()
        #expect(
            try fixture.invoker.batches.map { $0.map { $0.prefix(1) } } == [["0", "1", "2", "3", "4", "5"]]
        )
        await fixture.clock.advance(by: .seconds(60))
        #expect(fixture.invoker.invocations.count == 1)
        await fixture.end(0)
        #expect(try fixture.invoker.batches.last?.map { $0.prefix(1) } == ["6", "7", "8", "9"])
    }

    @Test func `no window ends after the mapping was stopped`() async {
        let fixture = MappingFixture(window: .seconds(5))
        await fixture.start()
        await fixture.send("a")
        fixture.mapping.stop()
        await fixture.clock.advance(by: .seconds(10))
        #expect(fixture.invoker.invocations.isEmpty)
    }
}
