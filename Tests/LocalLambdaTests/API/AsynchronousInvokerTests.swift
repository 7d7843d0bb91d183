import Testing

@testable import LocalLambda

@Suite(.timeLimit(.minutes(2))) struct AsynchronousInvokerTests {
    private let clock = ManualClock()
    private let invoker = FakeInvoker()

    private func submit() async {
        AsynchronousInvoker(invoker, clock: clock).submit(Invocation(functionName: "fn", payload: []))
        await settle()
    }

    private func end(_ index: Int, _ outcome: InvocationOutcome) async {
        invoker.end(index, outcome)
        await settle()
    }

    @Test func `a success is the end`() async {
        await submit()
        await end(0, .success(payload: []))
        await clock.advance(by: .seconds(86_400))
        #expect(invoker.invocations.count == 1)
    }

    @Test func `an error is tried again after one minute and after two more, under the same id`() async {
        await submit()
        await end(0, .functionError(payload: []))
        await clock.advance(by: .milliseconds(59_999))
        #expect(invoker.invocations.count == 1)
        await clock.advance(by: .milliseconds(1))
        await end(1, .functionError(payload: []))
        await clock.advance(by: .seconds(120))
        await end(2, .functionError(payload: []))
        await clock.advance(by: .seconds(86_400))
        #expect(invoker.invocations.count == 3)
        #expect(Set(invoker.invocations.map(\.requestID)).count == 1)
    }

    @Test func `a throttled one is tried for six hours`() async {
        await submit()
        var count = 0
        while invoker.invocations.count > count {
            await end(count, .throttled)
            count += 1
            await clock.advance(by: .seconds(300))
        }
        #expect(count > 70)
        #expect(clock.uptime <= .seconds(6 * 3_600 + 300))
    }
}
