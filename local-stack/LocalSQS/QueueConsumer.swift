package import LocalServiceKit
import LocalStore

/// A queue for consumers in this process: event source mappings.
package struct QueueConsumer: Sendable {
    /// The queue's ARN.
    package let arn: String
    private let writer: StateWriter
    private let signals: QueueSignals

    /// A consumer of the queue of that ARN, which need not exist yet.
    init(arn: String, writer: StateWriter, signals: QueueSignals) {
        self.arn = arn
        self.writer = writer
        self.signals = signals
    }

    /// Makes visible what a consumer of an earlier process received and cannot finish any more.
    ///
    /// Messages whose visibility somebody has changed since keep it: they wait on purpose.
    ///
    /// - Parameter handlingTime: what that consumer gave `receive`.
    /// - Throws: `ServiceError` where the store cannot be written.
    package func releaseUnfinished(handlingTime: Duration) throws(ServiceError) {
        try writer.runAndWait { [arn] database throws(ServiceError) in
            guard let queue = try database.queue(arn: arn) else { return }
            try database.run(
                """
                UPDATE sqs_message SET visible_at = ?1
                WHERE queue = ?2 AND visible_at > ?1 AND receive_count > 0 AND visible_at - received_at = ?3
                """,
                .timestamp(database.now),
                .integer(queue.id),
                .integer(Self.timeout(of: queue, handlingTime) * 1_000)
            )
        }
    }

    /// Receives visible messages with all their attributes, without waiting for any.
    ///
    /// - Parameters:
    ///   - maximum: how many at most.
    ///   - handlingTime: how long the consumer may be at work. Where the queue's visibility timeout is shorter, the messages
    ///     stay invisible for this time and 30 seconds.
    ///   - then: called once, on the writer's thread, with the messages and how long they stay invisible; with no message
    ///     where the queue is empty or does not exist, and with the store's error where it could not be asked.
    package func receive(
        maximum: Int,
        handlingTime: Duration,
        then: @escaping @Sendable (Result<ReceivedBatch, ServiceError>) -> Void
    ) {
        writer.run(
            { [arn, signals] database throws(ServiceError) in
                guard let queue = try database.queue(arn: arn) else { return ReceivedBatch() }
                let timeout = Self.timeout(of: queue, handlingTime)
                let messages = try database.receive(maximum, from: queue, timeout: timeout, signals)
                if messages.count < maximum { try database.scheduleWakeUp(of: queue, signals) }
                return ReceivedBatch(
                    messages: messages.map { ReceivedMessage($0, .all) },
                    visibilityTimeout: .seconds(timeout)
                )
            },
            then: then
        )
    }

    /// Deletes messages by the handles of their receipt; `then` is called when they are gone, or with the store's error.
    package func delete(
        receiptHandles: [String],
        then: @escaping @Sendable (Result<Void, ServiceError>) -> Void
    ) {
        writer.run(
            { [arn, signals] database throws(ServiceError) in
                guard let queue = try database.queue(arn: arn) else { return }
                for handle in receiptHandles { try database.delete(handle, from: queue, signals) }
            },
            then: then
        )
    }

    /// Calls `changed`, on the writer's thread, whenever messages may have become visible.
    package func observe(_ changed: @escaping @Sendable () -> Void) {
        signals.observe(queue: arn, changed)
    }

    /// Seconds for which what is received stays invisible.
    private static func timeout(of queue: Queue, _ handlingTime: Duration) -> Int {
        let seconds = Int(handlingTime.components.seconds)
        return queue.visibilityTimeout < seconds ? min(seconds + 30, 43_200) : queue.visibilityTimeout
    }
}
