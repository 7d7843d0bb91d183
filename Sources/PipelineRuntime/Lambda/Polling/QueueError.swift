/// Why a call to the queue failed.
package struct QueueError: Error, Sendable, Hashable {
    /// Whether the same call may succeed later; `false` for a queue that does not exist or may not be read.
    package let isRetryable: Bool
    /// What happened, for the log line.
    package let detail: String

    /// Makes an error.
    package init(isRetryable: Bool, detail: String) {
        self.isRetryable = isRetryable
        self.detail = detail
    }
}

extension QueueError: CustomStringConvertible {
    /// What happened.
    package var description: String { detail }
}
