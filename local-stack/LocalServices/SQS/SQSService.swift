package import LocalHTTP

/// SQS by both of its protocols, and the look into queues that leaves no trace.
package struct SQSService: RoutedService {
    private let json: JSONProtocol
    private let query: QueryProtocol

    init(runner: ActionRunner, authenticator: Authenticator) {
        json = JSONProtocol(
            targetPrefix: "AmazonSQS",
            errorPrefix: "com.amazonaws.sqs#",
            isQueryCompatible: true,
            actions: SQS.actions,
            runner: runner,
            authenticator: authenticator,
            refuse: Self.refuse
        )
        query = QueryProtocol(
            layout: QueryLayout(
                version: "2012-11-05",
                namespace: "http://queue.amazonaws.com/doc/2012-11-05/",
                maps: ["Attributes", "MessageAttributes", "Tags"],
                isFlattened: true,
                refuse: Self.refuse
            ),
            actions: SQS.actions,
            runner: runner,
            authenticator: authenticator
        )
    }

    /// Answers a request of either protocol.
    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        if request.headers["X-Amz-Target"] == nil {
            query.handle(request, context, reply: reply)
        } else {
            json.handle(request, context, reply: reply)
        }
    }

    @Sendable private static func refuse(_ error: WireError) -> ServiceError {
        guard case .missing(let path) = error, let name = path.last else { return .malformed(error) }
        return .missingParameter(name)
    }
}
