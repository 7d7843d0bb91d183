import struct FoundationEssentials.UUID

/// Brings a queue's messages to a function, batch by batch.
///
/// It sleeps until the queue reports a change. A batch that the function did not complete is left alone: its messages come
/// again when their visibility timeout ends, and the queue's own rule sends them to its dead-letter queue in the end.
@LambdaActor
package final class EventSourceMapping {
    /// The mapping's id in the API.
    package nonisolated let id = UUID().uuidString.lowercased()
    /// How it maps.
    package nonisolated let definition: EventSourceMappingDefinition
    /// The queue it reads.
    package nonisolated let queue: any PolledQueue
    /// How long a batch may be gathered and worked on.
    package nonisolated let handlingTime: Duration

    private static let pauseAfterFailure = Duration.seconds(1)

    private let invoker: any FunctionInvoker
    private let clock: any LambdaClock

    private var isRunning = false
    private var isReceiving = false
    private var hasChangedMeanwhile = false
    private var gathering: MessageBatch
    private var window: (any Alarm)?
    private var readAgain: (any Alarm)?
    private var waiting: [MessageBatch] = []
    private var inFlightCount = 0

    /// A mapping that does nothing before `start`; an invocation of its function takes `functionTimeout` at most.
    package nonisolated init(
        _ definition: EventSourceMappingDefinition,
        queue: any PolledQueue,
        functionTimeout: Duration,
        invoker: any FunctionInvoker,
        clock: any LambdaClock
    ) {
        self.definition = definition
        self.queue = queue
        self.invoker = invoker
        self.clock = clock
        handlingTime = definition.batchingWindow + functionTimeout
        gathering = MessageBatch(queueARN: queue.arn)
    }

    /// Begins to read the queue; to be called once.
    package nonisolated func start() {
        LambdaActor.post { self.isRunning = true }
        queue.observe { LambdaActor.post { self.poll() } }
        LambdaActor.post { self.poll() }
    }

    /// Reads no more; batches under way are finished, messages that were only gathered come again later.
    package nonisolated func stop() {
        LambdaActor.post {
            self.isRunning = false
            self.window?.cancel()
            self.readAgain?.cancel()
            self.waiting = []
        }
    }

    /// The batch that is being gathered needs an invocation too, hence "less than".
    private var hasCapacity: Bool {
        inFlightCount + waiting.count < definition.maximumConcurrency
    }

    private func poll() {
        guard isRunning, hasCapacity else { return }
        guard !isReceiving else {
            hasChangedMeanwhile = true
            return
        }
        isReceiving = true
        hasChangedMeanwhile = false
        let room = min(10, definition.batchSize - gathering.messages.count)
        queue.receive(maximum: room, handlingTime: handlingTime) { batch in
            LambdaActor.post { self.take(batch) }
        }
    }

    private func take(_ batch: PolledBatch?) {
        isReceiving = false
        guard isRunning else { return }
        guard let batch else { return pollLater() }
        let invisibleUntil = clock.uptime + batch.visibilityTimeout
        for message in batch.messages { gather(message, invisibleUntil: invisibleUntil) }
        if definition.batchingWindow == .zero { close() }
        // A receive that brought something may have left something; one that brought nothing may have come too early.
        if !batch.messages.isEmpty || hasChangedMeanwhile { poll() }
    }

    /// What waits in a queue that could not be read is not announced again.
    private func pollLater() {
        guard readAgain == nil else { return }
        readAgain = clock.schedule(after: Self.pauseAfterFailure) {
            self.readAgain = nil
            self.poll()
        }
    }

    private func gather(_ message: PolledMessage, invisibleUntil: Duration) {
        if !gathering.append(message, invisibleUntil: invisibleUntil) {
            close()
            _ = gathering.append(message, invisibleUntil: invisibleUntil)
        }
        if gathering.messages.count == definition.batchSize {
            close()
        } else if window == nil, definition.batchingWindow > .zero {
            window = clock.schedule(after: definition.batchingWindow) { self.close() }
        }
    }

    /// Ends the batch that is being gathered and begins the next.
    private func close() {
        window?.cancel()
        window = nil
        guard !gathering.messages.isEmpty else { return }
        waiting.append(gathering)
        gathering = MessageBatch(queueARN: queue.arn)
        dispatch()
    }

    private func dispatch() {
        while inFlightCount < definition.maximumConcurrency, !waiting.isEmpty {
            inFlightCount += 1
            invoke(waiting.removeFirst(), retryAfter: .milliseconds(100))
        }
    }

    private func invoke(_ batch: MessageBatch, retryAfter delay: Duration) {
        let invocation = Invocation(
            functionName: definition.functionName,
            payload: batch.event,
            source: queue.arn
        )
        invoker.invoke(invocation) { result in
            LambdaActor.post { self.finish(batch, result.outcome, retryAfter: delay) }
        }
    }

    private func finish(_ batch: MessageBatch, _ outcome: InvocationOutcome, retryAfter delay: Duration) {
        switch outcome {
        case .success(let payload): delete(batch.completed(by: payload, under: definition))
        case .throttled where isRunning && clock.uptime + delay < batch.invisibleUntil ?? .zero:
            _ = clock.schedule(after: delay) { self.invoke(batch, retryAfter: min(delay * 2, .seconds(5))) }
            return
        case .functionError, .throttled, .unknownFunction: break
        }
        inFlightCount -= 1
        dispatch()
        poll()
    }

    private func delete(_ messages: [PolledMessage]) {
        if messages.isEmpty { return }
        queue.delete(receiptHandles: messages.map(\.receiptHandle)) {}
    }
}

extension MessageBatch {
    /// The messages that need not come again.
    fileprivate func completed(
        by response: [UInt8],
        under definition: EventSourceMappingDefinition
    ) -> [PolledMessage] {
        guard definition.reportsBatchItemFailures else { return messages }
        return switch BatchVerdict(response: response, batchIDs: Set(messages.map(\.id))) {
        case .success: messages
        case .failure: []
        case .partial(let failedIDs): messages.filter { !failedIDs.contains($0.id) }
        }
    }
}
