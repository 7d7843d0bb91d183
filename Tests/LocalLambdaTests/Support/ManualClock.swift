import Synchronization

@testable import LocalLambda

/// A clock that stands still until a test advances it.
final class ManualClock: LambdaClock {
    private struct State {
        var uptime = Duration.zero
        var alarms: [ManualAlarm] = []
    }

    private let state = Mutex(State())

    var uptime: Duration { state.withLock { $0.uptime } }

    var epochMilliseconds: Int64 { 1_700_000_000_000 + Int64(uptime / .milliseconds(1)) }

    func schedule(
        after delay: Duration,
        _ action: @escaping @LambdaActor @Sendable () -> Void
    ) -> any Alarm {
        let alarm = ManualAlarm(due: uptime + delay, action: action)
        state.withLock { $0.alarms.append(alarm) }
        return alarm
    }

    /// Moves on, alarm by alarm in the order of their times; those that are set meanwhile ring too.
    @LambdaActor
    func advance(by interval: Duration) async {
        let end = uptime + interval
        while let next = takeNext(until: end) {
            state.withLock { $0.uptime = max($0.uptime, next.due) }
            next.action()
            await settle()
        }
        state.withLock { $0.uptime = end }
        await settle()
    }

    @LambdaActor
    private func takeNext(until end: Duration) -> ManualAlarm? {
        let pending = state.withLock { $0.alarms }.filter { !$0.isCancelled && $0.due <= end }
        guard let next = pending.min(by: { $0.due < $1.due }) else { return nil }
        state.withLock { $0.alarms.removeAll { $0 === next || $0.isCancelled } }
        return next
    }
}

/// Lets everything run that was posted to the emulator's actor, and what that posts in turn.
func settle() async {
    for _ in 0..<8 { await LambdaActor.run {} }
}

extension LambdaActor {
    /// Runs a piece of a test on the actor.
    static func run<Result: Sendable>(_ body: @LambdaActor @Sendable () -> Result) async -> Result {
        await body()
    }
}
