/// One entry of a batch that SQS could not carry out.
package struct SQSBatchFailure: Sendable, Hashable {
    /// The message's receipt handle.
    package let receiptHandle: String
    /// SQS's code, such as `ReceiptHandleIsInvalid`.
    package let code: String
    /// What SQS said, for the log line.
    package let message: String
    /// Whether the same entry would fail again.
    let isSenderFault: Bool
}
