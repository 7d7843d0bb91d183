import PipelineRuntime
import Synchronization

/// A clock that a test moves by hand.
final class TestClock: WallClock {
    private let time = Mutex(WallTime(millisecondsSince1970: 1_770_000_000_000))
    private let delay = Mutex(Duration.zero)

    var now: WallTime { time.withLock { $0 } }

    /// The machine's monotonic time, as far ahead as calls were delayed.
    var monotonicNow: ContinuousClock.Instant { .now.advanced(by: delay.withLock { $0 }) }

    func advance(by duration: Duration) {
        time.withLock { $0 = $0.advanced(by: duration) }
    }

    /// Lets a call take that long.
    func delay(by duration: Duration) {
        advance(by: duration)
        delay.withLock { $0 += duration }
    }
}
