package import LocalStore
import Synchronization

/// Who waits for messages of which queue: long polls and event source mappings.
///
/// All changes are made on the writer's thread; the lock is for those who begin to observe.
package final class QueueSignals: Sendable {
    private struct State {
        /// Long polls by the queue's ARN, the one that waits longest first.
        var parked: [String: [ParkedRequest]] = [:]
        /// Queues whose parked requests are about to be tried again.
        var retrying: Set<String> = []
        var observers: [String: [@Sendable () -> Void]] = [:]
    }

    private let writer: StateWriter
    private let state = Mutex(State())

    /// The signals of that writer's queues.
    package init(writer: StateWriter) {
        self.writer = writer
    }

    /// Calls `changed` from the writer's thread whenever messages of the queue may have become visible.
    package func observe(queue arn: String, _ changed: @escaping @Sendable () -> Void) {
        state.withLock { $0.observers[arn, default: []].append(changed) }
    }

    /// Whether anybody waits for messages of the queue.
    func isAwaited(queue arn: String) -> Bool {
        state.withLock { $0.parked[arn]?.isEmpty == false || $0.observers[arn] != nil }
    }

    /// Tells those who wait that messages of the queue may have become visible, once the action is durable.
    func announce(queue arn: String, _ database: Database) {
        guard isAwaited(queue: arn) else { return }
        database.afterCommit { [self] in changed(queue: arn) }
    }

    /// Keeps a request until the queue has messages or its time is up.
    func park(_ request: ParkedRequest, _ wait: QueueWait, _ database: Database) {
        // On the writer's thread nothing can come between the empty receive and this.
        state.withLock { $0.parked[wait.queue, default: []].append(request) }
        database.schedule(at: wait.end, key: timerKey(request)) { [weak request] database in
            guard let request, self.remove(request, wait.queue) else { return }
            database.afterCommit { request.then(.success(request.emptyAnswer)) }
        }
    }

    private func timerKey(_ request: ParkedRequest) -> String {
        "sqs-poll-\(UInt(bitPattern: ObjectIdentifier(request)))"
    }

    private func changed(queue arn: String) {
        let (observers, mustRetry) = state.withLock { state in
            let hasParked = state.parked[arn]?.isEmpty == false
            return (state.observers[arn] ?? [], hasParked && state.retrying.insert(arn).inserted)
        }
        for observer in observers { observer() }
        guard mustRetry else { return }
        writer.perform {
            try self.retry(queue: arn, $0)
        } then: { _ in
        }
    }

    /// Lets parked requests try again, the one that waits longest first, until one finds nothing.
    private func retry(queue arn: String, _ database: Database) throws {
        state.withLock { _ = $0.retrying.remove(arn) }
        while let request = state.withLock({ $0.parked[arn]?.first }) {
            let answer: Result<WireValue, ServiceError>
            do {
                guard let value = try request.attempt(database) else { return }
                answer = .success(value)
            } catch {
                answer = .failure(error as? ServiceError ?? .internalFailure(error))
            }
            guard remove(request, arn) else { return }
            database.cancelTimer(key: timerKey(request))
            database.afterCommit { request.then(answer) }
        }
    }

    /// Takes the request out; false where it has been answered already.
    private func remove(_ request: ParkedRequest, _ arn: String) -> Bool {
        state.withLock { state in
            guard let index = state.parked[arn]?.firstIndex(where: { $0 === request }) else { return false }
            state.parked[arn]?.remove(at: index)
            if state.parked[arn]?.isEmpty == true { state.parked[arn] = nil }
            return true
        }
    }
}
