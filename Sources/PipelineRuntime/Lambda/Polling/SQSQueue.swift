/// A queue of SQS, or of a service that speaks its protocol.
final class SQSQueue: QueueClient {
    private let client: SQSClient
    private let url: String

    /// Makes the queue at `url`.
    init(_ client: SQSClient, url: String) {
        self.client = client
        self.url = url
    }

    /// Receives messages with all their attributes.
    func receive(
        maximumMessageCount: Int,
        waitTime: Duration,
        visibilityTimeout: Duration
    ) throws(QueueError) -> [SQSMessage] {
        do {
            return try client.receive(
                from: url,
                maximumCount: maximumMessageCount,
                waitTime: waitTime,
                visibilityTimeout: visibilityTimeout
            )
        } catch {
            throw QueueError(error)
        }
    }

    /// Deletes messages.
    func delete(_ receiptHandles: [String]) throws(QueueError) {
        try settle { () throws(AWSError) in try client.delete(receiptHandles, from: url) }
    }

    /// Makes messages visible again at once.
    func giveBack(_ receiptHandles: [String]) throws(QueueError) {
        try settle { () throws(AWSError) in
            try client.changeVisibility(receiptHandles.map { ($0, .zero) }, in: url)
        }
    }

    private func settle(_ call: () throws(AWSError) -> [SQSBatchFailure]) throws(QueueError) {
        let failures: [SQSBatchFailure]
        do {
            failures = try call()
        } catch {
            throw QueueError(error)
        }
        guard !failures.isEmpty else { return }
        throw QueueError(
            isRetryable: !failures.contains(where: \.isSenderFault),
            detail: failures.map { "\($0.code): \($0.message)" }.joined(separator: "; ")
        )
    }
}

extension QueueError {
    fileprivate init(_ error: AWSError) {
        self.init(isRetryable: error.isRetryable, detail: error.description)
    }
}
