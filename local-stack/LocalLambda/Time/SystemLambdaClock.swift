import Dispatch
import Glibc

/// The machine's clocks.
package struct SystemLambdaClock: LambdaClock {
    /// The machine's clocks.
    package init() {}

    /// `CLOCK_MONOTONIC`.
    package var uptime: Duration { read(CLOCK_MONOTONIC) }

    /// `CLOCK_REALTIME` in milliseconds.
    package var epochMilliseconds: Int64 { Int64(read(CLOCK_REALTIME) / .milliseconds(1)) }

    /// Sets a timer of the system.
    package func schedule(
        after delay: Duration,
        _ action: @escaping @LambdaActor @Sendable () -> Void
    ) -> any Alarm {
        DispatchAlarm(after: delay, action)
    }

    private func read(_ clock: clockid_t) -> Duration {
        var time = timespec()
        clock_gettime(clock, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
