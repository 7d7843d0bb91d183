/// How a queue is polled where no event source mapping does it.
struct QueueSettings: Sendable, Hashable {
    /// The queue: `QUEUE_URL`.
    let url: String
    /// How many messages one event holds at most: `QUEUE_BATCH_SIZE`, 1 unless set, so that no replica sits on work.
    let batchSize: Int
    /// How long one call waits for a message: `QUEUE_WAIT_SECONDS`, 20 unless set.
    let waitTime: Duration
    /// How long a received message stays hidden: `QUEUE_VISIBILITY_SECONDS`, 300 unless set.
    ///
    /// The invocation's deadline lies `deadlineMargin` before its end.
    let visibilityTimeout: Duration
    /// How many batches are worked on at once: `QUEUE_CONCURRENCY`, 1 unless set.
    let concurrency: Int
    /// Where metrics and health can be asked for: `METRICS_PORT`; nowhere unless set, and zero takes a free port.
    let metricsPort: Int?

    /// The time that is kept back of the visibility timeout for deleting the messages.
    static let deadlineMargin = Duration.seconds(5)

    /// Reads the variables; `QUEUE_URL` is required.
    init(reading reader: inout SettingsReader) {
        url = reader.url("QUEUE_URL", for: "the URL of the queue to poll")
        if !url.isEmpty, QueueIdentity(url: url, defaultRegion: "") == nil {
            reader.reject(
                "QUEUE_URL",
                "has no account and queue name at its end: set it to the queue's whole URL"
            )
        }
        batchSize = reader.integer("QUEUE_BATCH_SIZE", in: 1...10, default: 1)
        waitTime = .seconds(reader.integer("QUEUE_WAIT_SECONDS", in: 0...20, default: 20))
        visibilityTimeout = .seconds(
            reader.integer("QUEUE_VISIBILITY_SECONDS", in: 10...43_200, default: 300)
        )
        concurrency = reader.integer("QUEUE_CONCURRENCY", in: 1...64, default: 1)
        let isListening = reader.optionalString("METRICS_PORT") != nil
        metricsPort = isListening ? reader.integer("METRICS_PORT", in: 0...65_535) : nil
    }
}
