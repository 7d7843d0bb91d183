/// What waits for the writer's thread.
struct Inbox: Sendable {
    /// One transaction takes at most this many actions, so that the first of them does not wait for too long.
    static let maximumBatch = 256

    var jobs: [Job] = []
    var timers = TimerQueue()
    var isClosed = false

    /// Queues a job; false once the store is closed.
    mutating func add(_ job: Job) -> Bool {
        guard !isClosed else { return false }
        jobs.append(job)
        return true
    }

    /// The next work: due timers first, so that an action queued after the clock moved sees what they did.
    mutating func take(at now: Timestamp) -> Batch? {
        let due = isClosed ? [] : timers.takeDue(at: now)
        let count = min(jobs.count, Self.maximumBatch)
        guard !due.isEmpty || count > 0 else { return isClosed ? .end : nil }
        defer { jobs.removeFirst(count) }
        return .work(timers: due, jobs: Array(jobs.prefix(count)))
    }

    /// Whether nothing is waiting and no timer is due.
    mutating func isIdle(at now: Timestamp) -> Bool {
        guard jobs.isEmpty else { return false }
        return timers.nextMoment.map { $0 > now } ?? true
    }

    /// What the thread does next.
    enum Batch {
        case work(timers: [(key: String, action: TimerQueue.Action)], jobs: [Job])
        case end
    }
}
