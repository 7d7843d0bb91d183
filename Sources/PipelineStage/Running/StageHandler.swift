import PipelineRuntime
import StageContracts

/// Handles the batches of a stage's queue: each message by itself, and those that must come again reported.
final class StageHandler<Work: Stage>: LambdaHandler {
    private let work: Work
    private let environment: StageEnvironment
    private let backoff: Backoff

    /// Makes a handler.
    ///
    /// - Parameters:
    ///   - work: The stage's own work.
    ///   - environment: Where it works.
    convenience init(_ work: Work, _ environment: StageEnvironment) {
        self.init(work, environment, backoff: Backoff())
    }

    init(_ work: Work, _ environment: StageEnvironment, backoff: Backoff) {
        self.work = work
        self.environment = environment
        self.backoff = backoff
    }

    /// Handles one batch.
    ///
    /// - Returns: The messages that must be delivered again (`ReportBatchItemFailures`).
    /// - Throws: When the event is no batch of a queue; all its messages come again then.
    func handle(_ event: [UInt8], _ context: InvocationContext) throws(InvocationFailure) -> [UInt8] {
        let batch: SQSEvent
        do {
            batch = try SQSEvent(json: event)
        } catch {
            throw InvocationFailure(
                .function("UnreadableEvent"),
                "the event is no batch of a queue: \(error)"
            )
        }
        let runner = MessageRunner(
            work: work,
            environment: environment,
            services: environment.services(until: context.deadline),
            context: context,
            workDeadline: Self.workDeadline(context.deadline)
        )
        let failed = batch.messages.compactMap { message in
            pause(after: message, runner).map { (message: message, pause: $0) }
        }
        runner.services.redelivery.schedule(failed, log: context.logger)
        return BatchResponse(failedMessageIDs: failed.map(\.message.messageID)).json
    }

    /// Keeps time back in which outcomes are recorded and published: a quarter of it, at most three seconds.
    private static func workDeadline(_ deadline: Deadline) -> Deadline {
        guard let remaining = deadline.remaining() else { return deadline }
        return deadline.earlier(by: min(.seconds(3), remaining / 4))
    }

    /// Deals with one message; one for which no time is left is given back instead of being cut off in the middle.
    ///
    /// - Returns: The time after which it must come again; nil when it is done.
    private func pause(after message: SQSMessage, _ runner: MessageRunner<Work>) -> Duration? {
        guard !runner.workDeadline.hasPassed() else { return .zero }
        return switch runner.run(message) {
        case .done: nil
        case .retry(let after): after ?? backoff.pause(afterDeliveries: message.receiveCount)
        case .unreadable: backoff.pause(afterUnreadableDeliveries: message.receiveCount)
        }
    }
}
