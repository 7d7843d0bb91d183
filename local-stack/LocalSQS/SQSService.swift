package import LocalHTTP
package import LocalServiceKit
package import LocalStore

/// Amazon Simple Queue Service by both of its protocols, and the look into queues that leaves no trace.
package struct SQSService: RoutedService {
    /// Who waits for messages of which queue.
    package let signals: QueueSignals
    private let json: JSONProtocol
    private let query: QueryProtocol
    private let writer: StateWriter

    /// Brings the tables to their present shape, and begins to take away what is older than its queue keeps it.
    ///
    /// - Throws: `StoreError` where the tables cannot be used.
    package init(_ environment: ServiceEnvironment) throws(StoreError) {
        writer = environment.writer
        try writer.registerSchema(SQS.schema)
        MessageRetention.start(writer, clock: environment.clock)
        signals = QueueSignals(writer: writer)
        let actions = SQS.actions(signals)
        json = JSONProtocol(
            targetPrefix: "AmazonSQS",
            errorPrefix: "com.amazonaws.sqs#",
            isQueryCompatible: true,
            actions: actions,
            refuse: SQS.refuse,
            environment
        )
        query = QueryProtocol(layout: SQS.layout, actions: actions, environment)
    }

    /// Answers a request of either protocol.
    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        if request.headers["X-Amz-Target"] == nil {
            query.handle(request, context, reply: reply)
        } else {
            json.handle(request, context, reply: reply)
        }
    }

    /// The look into queues.
    package var pages: [any ControlPage] { [QueueContentsPage(writer: writer)] }

    /// The queue of that ARN, for consumers in this process.
    package func consumer(ofQueue arn: String) -> QueueConsumer {
        QueueConsumer(arn: arn, writer: writer, signals: signals)
    }
}
