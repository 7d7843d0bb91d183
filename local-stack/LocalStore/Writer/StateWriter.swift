import Synchronization

/// The one writer of the local stack's durable state.
///
/// Actions are queued from any thread and run one after the other on a thread of their own. Those that are waiting
/// when a transaction begins share it, and so its commit; each has its own savepoint, so that one that throws undoes
/// its own changes only. Whoever asked is told after the commit has reached the disk (`synchronous = FULL`).
package final class StateWriter: Sendable {
    private let inbox: ThreadGate<Inbox>
    private let thread: WriterThread

    /// Opens or creates the database file and starts the thread.
    ///
    /// - Parameters:
    ///   - path: the database file; its folder must exist.
    ///   - clock: what `Database.now` and the timers follow.
    ///   - timerFailed: told of a timer whose action threw; by default a line on standard error.
    /// - Throws: `cannotOpen`.
    package init(
        path: String,
        clock: any WallClock = SystemClock(),
        timerFailed: @escaping @Sendable (_ key: String, _ error: any Error) -> Void = reportTimerFailure
    ) throws(StoreError) {
        let inbox = ThreadGate(Inbox())
        self.inbox = inbox
        thread = WriterThread(path: path, clock: clock, inbox: inbox, timerFailed: timerFailed)
        try thread.start()
        clock.onAdvance { [weak inbox] in inbox?.update { _ in } }
    }

    deinit {
        close()
    }

    /// Queues `action`; `then` is called on the writer's thread with its result once that is durable.
    ///
    /// Where the action throws (`refused`), or the commit fails or the store is closed (`store`), `then` gets the error
    /// and nothing of the action is stored. `then` must not block: all writes wait for it.
    package func perform<Value: Sendable, Failure: Error>(
        _ action: @escaping @Sendable (Database) throws(Failure) -> Value,
        then: @escaping @Sendable (Result<Value, ActionFailure<Failure>>) -> Void
    ) {
        let job = Job(action, then: then)
        let isAccepted = inbox.update { $0.add(job) }
        if !isAccepted { then(.failure(.store(.closed))) }
    }

    /// Runs `action` and waits until it is durable; for start-up and tests, never from inside an action.
    package func performAndWait<Value: Sendable, Failure: Error>(
        _ action: @escaping @Sendable (Database) throws(Failure) -> Value
    ) throws(ActionFailure<Failure>) -> Value {
        precondition(!thread.isCurrent, "an action that waits for another action would wait for ever")
        let answer = ThreadGate<Result<Value, ActionFailure<Failure>>?>(nil)
        perform(action) { result in answer.update { $0 = result } }
        return try answer.wait { ($0, nil) }.get()
    }

    /// Has `action` run when the clock reaches `moment`; an earlier timer of that key is replaced.
    ///
    /// Timers live in memory: a service sets its own again from its tables when it starts.
    package func schedule(
        at moment: Timestamp,
        key: String,
        action: @escaping @Sendable (Database) throws -> Void
    ) {
        inbox.update { $0.timers.apply(.set(key: key, at: moment, action: action)) }
    }

    /// Forgets the timer of that key.
    package func cancelTimer(key: String) {
        inbox.update { $0.timers.apply(.cancel(key: key)) }
    }

    /// Brings the tables of one service to their present shape.
    package func registerSchema(_ schema: Schema) throws(StoreError) {
        do throws(ActionFailure<StoreError>) {
            try performAndWait { database throws(StoreError) in try schema.apply(to: database) }
        } catch {
            throw error.storeError
        }
    }

    /// Waits until every queued action has run and no timer is due; for tests that moved the clock.
    package func settle() throws(StoreError) {
        while try !hasSettled() {}
    }

    /// Looks from the writer's thread, where no action is under way that the inbox no longer holds.
    private func hasSettled() throws(StoreError) -> Bool {
        let answer = ThreadGate<Result<Bool, StoreError>?>(nil)
        perform { _ in
        } then: { [inbox, clock = thread.clock] result in
            let isIdle = inbox.update { $0.isIdle(at: clock.now) }
            answer.update { $0 = result.map { isIdle }.mapError(\.storeError) }
        }
        return try answer.wait { ($0, nil) }.get()
    }

    /// Runs what is queued, then closes the database; later actions get `StoreError.closed`.
    package func close() {
        inbox.update { $0.isClosed = true }
        thread.join()
    }
}
