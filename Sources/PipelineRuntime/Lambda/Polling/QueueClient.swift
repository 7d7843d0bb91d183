/// The queue that is polled, as far as polling needs it.
protocol QueueClient: AnyObject {
    /// Receives messages with all their attributes, waiting for the first.
    ///
    /// - Parameters:
    ///   - maximumMessageCount: From 1 to 10.
    ///   - waitTime: How long to wait for a message, at most 20 seconds.
    ///   - visibilityTimeout: How long nobody else sees what is received.
    /// - Returns: The messages, none when none came in time.
    /// - Throws: When the queue cannot be asked.
    func receive(
        maximumMessageCount: Int,
        waitTime: Duration,
        visibilityTimeout: Duration
    ) throws(QueueError) -> [SQSMessage]

    /// Deletes messages by their receipt handles, at most 10.
    ///
    /// - Throws: When any of them could not be deleted.
    func delete(_ receiptHandles: [String]) throws(QueueError)

    /// Makes messages visible again at once, at most 10.
    ///
    /// - Throws: When any of them could not be given back.
    func giveBack(_ receiptHandles: [String]) throws(QueueError)
}
