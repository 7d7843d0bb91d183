import LocalServiceKit
import LocalStore

extension Database {
    /// Deletes the message of that receipt; one that was received again since, or is gone, stays as it is.
    func delete(
        _ handleText: String,
        from queue: Queue,
        _ signals: QueueSignals
    ) throws(ServiceError) {
        let handle = try ReceiptHandle(handleText, of: queue)
        if queue.isFIFO {
            try requireInFlight(handle, handleText)
            // The next message of the group may be received now.
            signals.announce(queue: queue.arn, self)
        }
        try run(
            "DELETE FROM sqs_message WHERE id = ? AND queue = ? AND receipt = ?",
            .integer(handle.message),
            .integer(queue.id),
            .integer(handle.receipt)
        )
    }

    /// A FIFO queue does not delete a message whose visibility timeout has ended.
    private func requireInFlight(_ handle: ReceiptHandle, _ text: String) throws(ServiceError) {
        let expired = try first(
            "SELECT 1 FROM sqs_message WHERE id = ? AND queue = ? AND receipt = ? AND visible_at <= ?",
            .integer(handle.message),
            .integer(handle.queue),
            .integer(handle.receipt),
            .timestamp(now)
        )
        guard expired == nil else {
            throw .invalidValue(text, of: "ReceiptHandle", "The receipt handle has expired.")
        }
    }

    /// Lets the message of that receipt be invisible for `seconds` from now.
    func changeVisibility(
        of handleText: String,
        in queue: Queue,
        to seconds: Int,
        _ signals: QueueSignals
    ) throws(ServiceError) {
        guard (0...43_200).contains(seconds) else {
            throw .outOfRange(seconds, of: "VisibilityTimeout", 0...43_200)
        }
        let handle = try ReceiptHandle(handleText, of: queue)
        let row = try first(
            "SELECT visible_at, received_at FROM sqs_message WHERE id = ? AND queue = ? AND receipt = ?",
            .integer(handle.message),
            .integer(queue.id),
            .integer(handle.receipt)
        )
        guard let row else {
            throw .invalidValue(
                handleText,
                of: "ReceiptHandle",
                "Message does not exist or is not available for visibility timeout change."
            )
        }
        guard try row.value(Row.timestamp, of: "visible_at") > now else {
            throw .batch("MessageNotInflight", "The message referred to isn't in flight.")
        }
        let end = now + .seconds(seconds)
        guard end <= (try row.value(Row.timestamp, of: "received_at")) + .seconds(43_200) else {
            throw .invalidValue(
                String(seconds),
                of: "VisibilityTimeout",
                "Total VisibilityTimeout for the message is beyond the limit [43200 seconds]"
            )
        }
        try run(
            "UPDATE sqs_message SET visible_at = ? WHERE id = ?",
            .timestamp(end),
            .integer(handle.message)
        )
        try announceVisibility(of: queue, after: seconds, signals)
    }
}
