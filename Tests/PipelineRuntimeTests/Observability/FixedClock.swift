import PipelineRuntime
import Synchronization

/// A clock that moves only when it is told to.
final class FixedClock: WallClock {
    private let time: Mutex<WallTime>

    /// 2026-01-31T12:00:00.000Z unless another time is given.
    init(_ milliseconds: Int64 = 1_769_860_800_000) {
        time = Mutex(WallTime(millisecondsSince1970: milliseconds))
    }

    var now: WallTime { time.withLock(\.self) }

    func advance(by duration: Duration) {
        time.withLock { $0 = $0.advanced(by: duration) }
    }
}
