import Synchronization
import Testing

@testable import LocalStore

@Suite struct `A clock that is moved by hand` {
    /// The machine's time, which goes on when the test says so.
    private final class Machine: Sendable {
        private let milliseconds = Mutex(1_767_225_600_250)

        var now: Timestamp { Timestamp(milliseconds: milliseconds.withLock(\.self)) }

        func pass(milliseconds passed: Int) { milliseconds.withLock { $0 += passed } }
    }

    private let machine = Machine()
    private let clock: SystemClock

    init() {
        clock = SystemClock { [machine] in machine.now }
    }

    @Test func `knows what it showed when its callers' clocks showed a moment`() {
        let first = machine.now
        machine.pass(milliseconds: 5_000)
        clock.advance(by: .seconds(86_400))
        machine.pass(milliseconds: 5_000)
        let second = machine.now
        clock.advance(by: .seconds(10))
        machine.pass(milliseconds: 5_000)
        #expect(clock.now == machine.now + .seconds(86_410))
        #expect(clock.moment(ofCallers: first) == first)
        #expect(clock.moment(ofCallers: second - .seconds(1)) == second + .seconds(86_399))
        #expect(clock.moment(ofCallers: machine.now) == clock.now)
    }

    @Test func `takes a moment that the machine has not reached for one of its own`() {
        clock.advance(by: .seconds(86_400))
        machine.pass(milliseconds: 2_000)
        #expect(clock.moment(ofCallers: clock.now) == clock.now)
        #expect(clock.moment(ofCallers: machine.now + .seconds(1)) == machine.now + .seconds(1))
    }

    @Test func `settles with the machine's next second, as timestamps have no parts of one`() {
        #expect(clock.settlingTime == .zero)
        clock.advance(by: .seconds(86_400))
        let signedBefore = Timestamp(seconds: machine.now.milliseconds / 1000)
        #expect(clock.moment(ofCallers: signedBefore) == signedBefore)
        #expect(clock.settlingTime == .milliseconds(750))
        machine.pass(milliseconds: 750)
        #expect(clock.settlingTime == .zero)
        let signedAfter = machine.now
        #expect(clock.moment(ofCallers: signedAfter) == signedAfter + .seconds(86_400))
    }
}
