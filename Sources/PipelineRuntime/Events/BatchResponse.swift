/// What a function answers about a batch: the messages that must be delivered again.
///
/// Shape: `ReportBatchItemFailures` of "Handling errors for an SQS event source" in the Lambda developer guide.
package struct BatchResponse: Sendable, Hashable {
    /// The ids of the messages that failed; an empty list says that all succeeded.
    package let failedMessageIDs: [String]

    /// Makes a response.
    package init(failedMessageIDs: [String]) {
        self.failedMessageIDs = failedMessageIDs
    }

    /// The response's JSON: `{"batchItemFailures":[{"itemIdentifier":"…"}]}`.
    package var json: [UInt8] {
        let failures = failedMessageIDs.map(Failure.init(itemIdentifier:))
        guard let bytes = LineEncoder.encode(["batchItemFailures": failures]) else {
            preconditionFailure("a response holds only texts, which JSON can always carry")
        }
        return bytes
    }

    private struct Failure: Encodable {
        let itemIdentifier: String
    }
}
