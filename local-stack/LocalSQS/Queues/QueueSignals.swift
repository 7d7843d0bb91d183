import LocalServiceKit
import LocalStore
import Synchronization

/// Who waits for messages of which queue: long polls and event source mappings.
package final class QueueSignals: Sendable {
    /// Where long polls wait, by the queue's ARN.
    let waitingRoom: WaitingRoom
    private let observers = Mutex<[String: [@Sendable () -> Void]]>([:])

    /// The signals of that writer's queues.
    init(writer: StateWriter) {
        waitingRoom = WaitingRoom(writer: writer)
    }

    /// Calls `changed` from the writer's thread whenever messages of the queue may have become visible.
    func observe(queue arn: String, _ changed: @escaping @Sendable () -> Void) {
        observers.withLock { $0[arn, default: []].append(changed) }
    }

    /// Whether anybody waits for messages of the queue.
    func isAwaited(queue arn: String) -> Bool {
        waitingRoom.isAwaited(arn) || observers.withLock { $0[arn] != nil }
    }

    /// Tells those who wait that messages of the queue may have become visible, once the action is durable.
    func announce(queue arn: String, _ database: Database) {
        guard isAwaited(queue: arn) else { return }
        database.afterCommit { [self] in
            for observer in observers.withLock({ $0[arn] ?? [] }) { observer() }
            waitingRoom.wake(arn)
        }
    }
}
