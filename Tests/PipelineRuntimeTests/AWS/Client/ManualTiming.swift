import Synchronization

@testable import PipelineRuntime

/// Clocks that move when somebody waits, and chance that is no chance.
final class ManualTiming: WallClock, Sendable {
    private struct State {
        var elapsed = Duration.zero
        var waits: [Duration] = []
    }

    private let start = ContinuousClock.now
    private let startTime = WallTime(millisecondsSince1970: 1_700_000_000_000)
    private let state = Mutex(State())

    /// The times that were waited.
    var waits: [Duration] { state.withLock { $0.waits } }

    /// The civil time.
    var now: WallTime { startTime.advanced(by: state.withLock { $0.elapsed }) }

    /// The monotonic time.
    var instant: ContinuousClock.Instant { start.advanced(by: state.withLock { $0.elapsed }) }

    /// Lets time pass.
    func advance(by duration: Duration) {
        state.withLock { $0.elapsed += duration }
    }

    /// A client's timing over this clock.
    ///
    /// - Parameter random: What chance always brings.
    /// - Returns: Clocks and waits that take no time.
    func timing(random: Double = 0.5) -> ClientTiming {
        ClientTiming(
            clock: self,
            now: { self.instant },
            wait: { duration in
                self.state.withLock { $0.waits.append(duration) }
                self.advance(by: duration)
            },
            random: { random }
        )
    }
}
