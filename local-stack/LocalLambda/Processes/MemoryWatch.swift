import Glibc

/// Watches a function's memory while it runs.
///
/// Resident memory is sampled, because the limits of the system count something else: `RLIMIT_AS` and `RLIMIT_DATA` count
/// what is reserved, such as thread stacks and the allocator's arenas, and would stop functions far below their size. A peak
/// between two samples is not missed: the kernel remembers it, and it is read again before an answer is accepted.
@LambdaActor
final class MemoryWatch {
    /// The most memory seen, in bytes.
    private(set) var peakByteCount = 0

    private let process: pid_t
    private let limitByteCount: Int
    private let interval: Duration
    private let clock: any LambdaClock
    private let onExceeded: @LambdaActor () -> Void
    private var alarm: (any Alarm)?

    init(
        process: pid_t,
        limitByteCount: Int,
        interval: Duration,
        clock: any LambdaClock,
        onExceeded: @escaping @LambdaActor () -> Void
    ) {
        self.process = process
        self.limitByteCount = limitByteCount
        self.interval = interval
        self.clock = clock
        self.onExceeded = onExceeded
    }

    /// Samples now; whether the limit has been exceeded at any time.
    func isExceeded() -> Bool {
        peakByteCount = max(peakByteCount, MemoryUse(process: process)?.greatest ?? 0)
        return peakByteCount > limitByteCount
    }

    /// Samples again and again until `pause`.
    func resume() {
        guard alarm == nil else { return }
        alarm = clock.schedule(after: interval) { [weak self] in self?.sample() }
    }

    /// Stops sampling, for a process that is frozen or gone.
    func pause() {
        alarm?.cancel()
        alarm = nil
    }

    private func sample() {
        alarm = nil
        if isExceeded() { onExceeded() } else { resume() }
    }
}
