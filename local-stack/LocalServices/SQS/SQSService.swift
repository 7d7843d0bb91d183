import LocalHTTP

/// SQS by both of its protocols, and the look into queues that leaves no trace.
struct SQSService: RoutedService {
    private let json: JSONProtocol
    private let query: QueryProtocol

    init(signals: QueueSignals, runner: ActionRunner, authenticator: Authenticator) {
        let actions = SQS.actions(signals)
        json = JSONProtocol(
            targetPrefix: "AmazonSQS",
            errorPrefix: "com.amazonaws.sqs#",
            isQueryCompatible: true,
            actions: actions,
            runner: runner,
            authenticator: authenticator,
            refuse: SQS.refuse
        )
        query = QueryProtocol(
            layout: SQS.layout,
            actions: actions,
            runner: runner,
            authenticator: authenticator
        )
    }

    /// Answers a request of either protocol.
    func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        if request.headers["X-Amz-Target"] == nil {
            query.handle(request, context, reply: reply)
        } else {
            json.handle(request, context, reply: reply)
        }
    }
}
