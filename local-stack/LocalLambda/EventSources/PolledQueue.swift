/// A queue that an event source mapping reads; the local stack's SQS is behind it.
package protocol PolledQueue: Sendable {
    /// The queue's ARN.
    var arn: String { get }

    /// Receives at most `maximum` (1 to 10) messages that are visible now, without waiting for any.
    ///
    /// The messages become invisible for the queue's visibility timeout; where that is shorter than `handlingTime` (the
    /// mapping's window and the function's timeout together), for `handlingTime` and 30 seconds. `then` is called once, from
    /// any thread; with no message where there is none, with nil where the queue could not be read, which the queue reports.
    func receive(maximum: Int, handlingTime: Duration, then: @escaping @Sendable (PolledBatch?) -> Void)

    /// Deletes messages by the handles of their receipt; `then` is called when they are gone.
    func delete(receiptHandles: [String], then: @escaping @Sendable () -> Void)

    /// Calls `changed`, from any thread, whenever messages may have become visible, until the process ends.
    ///
    /// It may be called too often, but never too seldom: arrivals, ends of delays and ends of visibility timeouts.
    func observe(_ changed: @escaping @Sendable () -> Void)
}
