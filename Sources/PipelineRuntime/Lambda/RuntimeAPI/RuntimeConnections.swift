/// What the loops of a process reach the world by; tests put their own in.
struct RuntimeConnections: Sendable {
    /// Makes the connection of one loop to the Runtime API.
    var makeTransport: @Sendable () throws(HTTPError) -> any HTTPTransport
    /// Makes the connection of one loop to its queue.
    var makeQueue: @Sendable (QueueSettings, AWSConfiguration) throws -> any QueueClient
    /// Names an invocation that comes from a queue.
    var makeRequestID: @Sendable () -> String
    /// Waits between two attempts.
    var pause: @Sendable (Duration) -> Void
}
