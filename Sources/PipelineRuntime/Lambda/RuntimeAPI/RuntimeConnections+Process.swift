import FoundationEssentials

extension RuntimeConnections {
    /// The real ones: each loop's own libcurl connections.
    static let ofProcess = RuntimeConnections(
        makeTransport: { () throws(HTTPError) in try CurlTransport() },
        makeQueue: { settings, aws in SQSQueue(SQSClient(try AWSClient(aws)), url: settings.url) },
        makeRequestID: { UUID().uuidString.lowercased() },
        pause: { Pause.wait($0) }
    )
}
