import Glibc
import Synchronization

/// The thread that owns the connection: it waits for work, runs it in one transaction and tells the outcome.
final class WriterThread: Sendable {
    let clock: any WallClock
    private let path: String
    private let inbox: ThreadGate<Inbox>
    private let timerFailed: @Sendable (String, any Error) -> Void
    private let opened = ThreadGate<Result<Void, StoreError>?>(nil)
    private let handle = Mutex<pthread_t?>(nil)
    /// The machine's clock may jump; no sleep for a timer is longer than this.
    private static let longestSleep = Duration.seconds(5)

    init(
        path: String,
        clock: any WallClock,
        inbox: ThreadGate<Inbox>,
        timerFailed: @escaping @Sendable (String, any Error) -> Void
    ) {
        self.path = path
        self.clock = clock
        self.inbox = inbox
        self.timerFailed = timerFailed
    }

    /// Starts the thread and waits until the file is open.
    func start() throws(StoreError) {
        let code = handle.withLock { handle in
            var created = pthread_t()
            let code = pthread_create(
                &created,
                nil,
                enterWriterThread,
                Unmanaged.passRetained(self).toOpaque()
            )
            if code == 0 { handle = created }
            return code
        }
        guard code == 0 else {
            Unmanaged.passUnretained(self).release()
            throw .cannotOpen(path: path, message: String(cString: strerror(code)))
        }
        try opened.wait { ($0, nil) }.get()
    }

    /// Whether the caller runs on this thread.
    var isCurrent: Bool { handle.withLock { $0.map { pthread_equal($0, pthread_self()) != 0 } ?? false } }

    /// Waits for the thread's end; on the thread itself it does nothing.
    func join() {
        guard !isCurrent else { return }
        let running = handle.withLock { $0.take() }
        if let running { pthread_join(running, nil) }
    }

    fileprivate func run() {
        do throws(StoreError) {
            let database = Database(connection: try Connection(path: path), now: clock.now)
            opened.update { $0 = .success(()) }
            work(on: database)
        } catch {
            opened.update { $0 = .failure(error) }
        }
    }

    private func work(on database: Database) {
        while case .work(let timers, let jobs) = nextBatch() {
            let timerJobs = timers.map { timer in
                Job(timer.action) { [timerFailed] result in
                    switch result {
                    case .success: break
                    case .failure(.refused(let error)): timerFailed(timer.key, error)
                    case .failure(.store(let error)): timerFailed(timer.key, error)
                    }
                }
            }
            let transaction = Transaction(jobs: timerJobs + jobs, clock: clock)
            let changes = transaction.run(on: database)
            if !changes.isEmpty { inbox.update { $0.timers.apply(changes) } }
            transaction.tell()
        }
    }

    private func nextBatch() -> Inbox.Batch {
        inbox.wait { inbox in
            if let batch = inbox.take(at: clock.now) { return (batch, nil) }
            return (nil, inbox.timers.nextMoment.flatMap(patience))
        }
    }

    private func patience(for moment: Timestamp) -> Duration? {
        clock.delay(until: moment).map { min($0, Self.longestSleep) }
    }
}

private func enterWriterThread(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<WriterThread>.fromOpaque(context).takeRetainedValue().run()
    return nil
}
