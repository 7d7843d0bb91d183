/// Receives from SQS queues and disposes of what was received.
package struct SQSClient {
    private let client: AWSClient

    /// The most entries of one batch.
    static let maximumBatchCount = 10

    /// Makes a client.
    package init(_ client: AWSClient) {
        self.client = client
    }

    /// Receives messages with all their attributes, waiting for the first.
    ///
    /// - Parameters:
    ///   - queueURL: The queue; the request goes to the configured endpoint, whatever the URL's host.
    ///   - maximumCount: From 1 to 10.
    ///   - waitTime: How long to wait for a message, at most 20 seconds.
    ///   - visibilityTimeout: How long nobody else sees what is received; `nil` takes the queue's own.
    /// - Returns: The messages, none when none came in time.
    /// - Throws: An error with `isNotFound` when there is no such queue.
    package func receive(
        from queueURL: String,
        maximumCount: Int = 10,
        waitTime: Duration = .seconds(20),
        visibilityTimeout: Duration? = nil
    ) throws(AWSError) -> [SQSMessage] {
        let input = ReceiveMessageRequest(
            queueURL: queueURL,
            maximumCount: maximumCount,
            waitSeconds: Int(waitTime.components.seconds),
            visibilitySeconds: visibilityTimeout.map { Int($0.components.seconds) }
        )
        guard let queue = QueueIdentity(url: queueURL, defaultRegion: client.configuration.region) else {
            throw AWSError(
                .invalidArgument,
                "no queue URL: \(queueURL)",
                service: .sqs,
                operation: "ReceiveMessage"
            )
        }
        let answer: ReceiveMessageAnswer = try call(
            "ReceiveMessage",
            input,
            stallTimeout: waitTime + .seconds(10)
        )
        return (answer.messages ?? []).map { $0.message(of: queue) }
    }

    /// Deletes messages, ten in a call.
    ///
    /// - Returns: Those that could not be deleted.
    package func delete(
        _ receiptHandles: [String],
        from queueURL: String
    ) throws(AWSError) -> [SQSBatchFailure] {
        try callBatches("DeleteMessageBatch", receiptHandles.map { ($0, nil) }, queueURL)
    }

    /// Sets, from now on, how long messages stay hidden, ten in a call.
    ///
    /// - Parameters:
    ///   - timeouts: The receipt handles, each with its time; zero shows the message again at once.
    ///   - queueURL: The queue.
    /// - Returns: Those that could not be changed.
    /// - Throws: Why a whole call failed; entries of earlier calls may have been carried out.
    package func changeVisibility(
        _ timeouts: [(receiptHandle: String, timeout: Duration)],
        in queueURL: String
    ) throws(AWSError) -> [SQSBatchFailure] {
        let entries = timeouts.map { ($0.receiptHandle, Int($0.timeout.components.seconds) as Int?) }
        return try callBatches("ChangeMessageVisibilityBatch", entries, queueURL)
    }

    /// Sends a message.
    ///
    /// - Returns: The message's id.
    @discardableResult
    package func send(
        _ body: String,
        to queueURL: String,
        delay: Duration = .zero
    ) throws(AWSError) -> String {
        let input = SendMessageRequest(
            queueURL: queueURL,
            body: body,
            delaySeconds: Int(delay.components.seconds)
        )
        let answer: SendMessageAnswer = try call("SendMessage", input)
        return answer.messageID
    }

    private func callBatches(
        _ operation: String,
        _ entries: [(receiptHandle: String, visibilitySeconds: Int?)],
        _ queueURL: String
    ) throws(AWSError) -> [SQSBatchFailure] {
        var failures: [SQSBatchFailure] = []
        for start in stride(from: 0, to: entries.count, by: Self.maximumBatchCount) {
            let batch = entries[start..<min(start + Self.maximumBatchCount, entries.count)]
            let answer: BatchAnswer = try call(operation, BatchRequest(queueURL: queueURL, Array(batch)))
            failures += answer.failures(of: batch.map(\.receiptHandle))
        }
        return failures
    }

    private func call<Output: Decodable>(
        _ operation: String,
        _ input: some Encodable,
        stallTimeout: Duration = .seconds(10)
    ) throws(AWSError) -> Output {
        try client.call(.sqs, operation, input, stallTimeout: stallTimeout)
    }
}
