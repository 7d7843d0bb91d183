package import Dispatch

/// The one thread of control on which the emulator's state lives.
///
/// Requests, process exits, lines of output and alarms come from many threads; here they take their turns in the order in
/// which they were posted, so no effect (freeze, continue, reply, kill) can overtake another.
@globalActor
package actor LambdaActor {
    /// The queue behind the actor; event sources deliver to it.
    package static let queue = DispatchQueue(label: "local-lambda")

    /// The actor itself.
    package static let shared = LambdaActor()

    private static let executor = QueueExecutor(queue: queue)

    /// A queue of its own: the default executor's threads may all be blocked by whoever waits for an answer.
    package nonisolated var unownedExecutor: UnownedSerialExecutor {
        Self.executor.asUnownedSerialExecutor()
    }

    /// Runs `work` on the actor after all that was posted before.
    package nonisolated static func post(_ work: @escaping @LambdaActor @Sendable () -> Void) {
        Task.detached { @LambdaActor in work() }
    }
}
