import PipelineRuntime
import Synchronization

/// A clock that a test moves by hand.
final class TestClock: WallClock {
    private let time = Mutex(WallTime(millisecondsSince1970: 1_770_000_000_000))

    var now: WallTime { time.withLock { $0 } }

    func advance(by duration: Duration) {
        time.withLock { $0 = $0.advanced(by: duration) }
    }
}
