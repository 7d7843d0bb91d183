import FoundationEssentials

extension RuntimeConnections {
    /// The real ones.
    static let ofProcess = RuntimeConnections(
        makeTransport: { () throws(HTTPError) in try CurlTransport() },
        makeQueue: { _, _ in
            throw QueueError(isRetryable: false, detail: "no client for queues is linked in yet")
        },
        makeRequestID: { UUID().uuidString.lowercased() },
        pause: Pause.wait
    )
}
