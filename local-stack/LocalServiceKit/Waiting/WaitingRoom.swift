package import LocalStore
import Synchronization

/// Requests that wait for a change of their subject, such as long polls for messages of a queue.
///
/// All changes are made on the writer's thread; the lock is for those who ask whether somebody waits.
package final class WaitingRoom: Sendable {
    private struct State {
        /// Requests by their subject, the one that waits longest first.
        var parked: [String: [ParkedRequest]] = [:]
        /// Subjects whose requests are about to be tried again.
        var retrying: Set<String> = []
    }

    private let writer: StateWriter
    private let state = Mutex(State())

    /// Those who wait for changes that the writer makes.
    package init(writer: StateWriter) {
        self.writer = writer
    }

    /// Whether a request waits for the subject.
    package func isAwaited(_ subject: String) -> Bool {
        state.withLock { $0.parked[subject]?.isEmpty == false }
    }

    /// Keeps a request until it finds something to answer or its time is up.
    func park(_ request: ParkedRequest, for subject: String, until end: Timestamp, _ database: Database) {
        // On the writer's thread nothing can come between the empty answer and this.
        state.withLock { $0.parked[subject, default: []].append(request) }
        database.schedule(at: end, key: timerKey(request)) { [weak request] database in
            guard let request, self.remove(request, subject) else { return }
            database.afterCommit { request.then(request.emptyAnswer) }
        }
    }

    /// Lets those who wait for the subject try again.
    package func wake(_ subject: String) {
        let mustRetry = state.withLock { state in
            state.parked[subject]?.isEmpty == false && state.retrying.insert(subject).inserted
        }
        guard mustRetry else { return }
        writer.perform {
            self.retry(subject, $0)
        } then: { _ in
        }
    }

    /// Lets requests try again, the one that waits longest first, until one finds nothing.
    private func retry(_ subject: String, _ database: Database) {
        state.withLock { _ = $0.retrying.remove(subject) }
        while let request = state.withLock({ $0.parked[subject]?.first }) {
            let answer: Result<WireValue, ServiceError>
            do throws(ServiceError) {
                guard let value = try request.attempt(database) else { return }
                answer = .success(value)
            } catch {
                answer = .failure(error)
            }
            guard remove(request, subject) else { return }
            database.cancelTimer(key: timerKey(request))
            database.afterCommit { request.then(answer) }
        }
    }

    private func timerKey(_ request: ParkedRequest) -> String {
        "parked-request-\(UInt(bitPattern: ObjectIdentifier(request)))"
    }

    /// Takes the request out; false where it has been answered already.
    private func remove(_ request: ParkedRequest, _ subject: String) -> Bool {
        state.withLock { state in
            guard let index = state.parked[subject]?.firstIndex(where: { $0 === request }) else {
                return false
            }
            state.parked[subject]?.remove(at: index)
            if state.parked[subject]?.isEmpty == true { state.parked[subject] = nil }
            return true
        }
    }
}
