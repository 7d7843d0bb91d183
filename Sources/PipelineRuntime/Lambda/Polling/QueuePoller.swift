/// Does what an event source mapping does where there is none: receives batches, invokes the handler with the same
/// event, and deletes what succeeded.
///
/// A message that failed stays hidden until its visibility timeout ends and is then received again; the queue's own
/// dead-letter rule counts. The invocation's deadline lies before the end of the visibility timeout, so no message is
/// worked on by two at once as long as the handler honours it. When the process is asked to stop, the batch in hand is
/// finished; one that arrives afterwards is given back.
struct QueuePoller {
    private static let firstPause = Duration.seconds(1)
    private static let longestPause = Duration.seconds(30)

    private let queue: any QueueClient
    private let settings: QueueSettings
    private let handler: any LambdaHandler
    private let gate: WorkGate
    private let logger: Logger
    private let clock: any WallClock
    private let makeRequestID: () -> String
    private let pause: (Duration) -> Void

    /// Makes a poller.
    ///
    /// - Parameters:
    ///   - queue: What is polled.
    ///   - settings: How it is polled.
    ///   - handler: What handles events.
    ///   - gate: Encloses each batch, so that a request to stop waits for its end.
    ///   - logger: Where failures are told.
    ///   - clock: What the deadline is reckoned from.
    ///   - makeRequestID: Names an invocation.
    ///   - pause: Waits after a failure of the queue.
    init(
        queue: any QueueClient,
        settings: QueueSettings,
        handler: any LambdaHandler,
        gate: WorkGate,
        logger: Logger,
        clock: any WallClock = SystemWallClock(),
        makeRequestID: @escaping () -> String,
        pause: @escaping (Duration) -> Void
    ) {
        self.queue = queue
        self.settings = settings
        self.handler = handler
        self.gate = gate
        self.logger = logger
        self.clock = clock
        self.makeRequestID = makeRequestID
        self.pause = pause
    }

    /// Handles batches until the process is asked to stop or the queue cannot be used at all.
    func run() -> ProcessStatus {
        var pauseAfterFailure = Self.firstPause
        while gate.enter() {
            let result = Result { () throws(QueueError) in try serveOneBatch() }
            gate.leave()
            switch result {
            case .success:
                pauseAfterFailure = Self.firstPause
            case .failure(let error) where error.isRetryable:
                logger.error("the queue did not answer", ["detail": "\(error)"])
                pause(pauseAfterFailure)
                pauseAfterFailure = min(pauseAfterFailure * 2, Self.longestPause)
            case .failure(let error):
                logger.fatal("the queue cannot be polled", ["detail": "\(error)"])
                return .failed
            }
        }
        return .stopped
    }

    /// - Throws: When nothing can be received; what fails afterwards is the batch's own matter.
    private func serveOneBatch() throws(QueueError) {
        let messages = try queue.receive(
            maximumMessageCount: settings.batchSize,
            waitTime: settings.waitTime,
            visibilityTimeout: settings.visibilityTimeout
        )
        guard !messages.isEmpty else { return }
        let context = makeContext()
        if gate.isClosed {
            settle(messages, context.logger) { handles throws(QueueError) in try queue.giveBack(handles) }
        } else {
            let succeeded = handle(messages, context)
            settle(succeeded, context.logger) { handles throws(QueueError) in try queue.delete(handles) }
        }
    }

    /// A message that is not deleted, or not given back, is received again after its visibility timeout.
    private func settle(
        _ messages: [SQSMessage],
        _ logger: Logger,
        _ call: ([String]) throws(QueueError) -> Void
    ) {
        guard !messages.isEmpty else { return }
        do {
            try call(messages.map(\.receiptHandle))
        } catch {
            logger.error("the queue did not take back what was received", ["detail": "\(error)"])
        }
    }

    private func makeContext() -> InvocationContext {
        let requestID = makeRequestID()
        let time = settings.visibilityTimeout - QueueSettings.deadlineMargin
        return InvocationContext(
            requestID: requestID,
            deadline: .after(time),
            deadlineTime: clock.now.advanced(by: time),
            logger: logger.with(["requestId": .string(requestID)])
        )
    }

    /// - Returns: The messages that succeeded.
    private func handle(_ messages: [SQSMessage], _ context: InvocationContext) -> [SQSMessage] {
        do {
            let answer = try handler.handle(SQSEvent(messages).json, context)
            switch BatchVerdict(answer: answer, messageIDs: Set(messages.map(\.messageID))) {
            case .failed(let failed):
                return messages.filter { !failed.contains($0.messageID) }
            case .allFailed(let reason):
                context.logger.error("no message of the batch is deleted", ["detail": .string(reason)])
            }
        } catch {
            context.logger.invocationFailed(error)
        }
        return []
    }
}
