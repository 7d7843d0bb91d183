import PipelineRuntime
import Testing

@Suite struct `Deadlines` {
    private let now = ContinuousClock.now

    @Test func `the time left shrinks to zero and not below`() {
        let deadline = Deadline.after(.seconds(5), from: now)
        #expect(deadline.remaining(at: now) == .seconds(5))
        #expect(deadline.remaining(at: now.advanced(by: .seconds(2))) == .seconds(3))
        #expect(!deadline.hasPassed(at: now.advanced(by: .milliseconds(4_999))))
        #expect(deadline.hasPassed(at: now.advanced(by: .seconds(5))))
        #expect(deadline.remaining(at: now.advanced(by: .seconds(9))) == .zero)
    }

    @Test func `time can be kept back`() {
        #expect(
            Deadline.after(.seconds(5), from: now).earlier(by: .seconds(1)).remaining(at: now) == .seconds(4)
        )
    }

    @Test func `never never comes`() {
        #expect(Deadline.never.remaining(at: now) == nil)
        #expect(!Deadline.never.hasPassed(at: now.advanced(by: .seconds(1_000_000))))
        #expect(Deadline.never.earlier(by: .seconds(1)) == .never)
    }
}
