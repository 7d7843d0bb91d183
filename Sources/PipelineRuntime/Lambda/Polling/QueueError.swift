/// Why a call to the queue failed.
struct QueueError: Error, Sendable, Hashable {
    /// Whether the same call may succeed later; `false` for a queue that does not exist or may not be read.
    let isRetryable: Bool
    /// What happened, for the log line.
    let detail: String
}

extension QueueError: CustomStringConvertible {
    /// What happened.
    var description: String { detail }
}
