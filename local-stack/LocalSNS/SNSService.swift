package import LocalHTTP
package import LocalSQS
package import LocalServiceKit
package import LocalStore

/// Amazon Simple Notification Service, and the certificate by which receivers verify what it sends.
package struct SNSService: RoutedService {
    private let query: QueryProtocol
    private let writer: StateWriter

    /// Brings the tables to their present shape.
    ///
    /// - Parameters:
    ///   - environment: what the service works with.
    ///   - signals: who waits for messages of the queues that subscribe.
    ///   - observer: who is told of all that is published.
    /// - Throws: `StoreError` where the tables cannot be used.
    package init(
        _ environment: ServiceEnvironment,
        signals: QueueSignals,
        observer: any TopicObserver
    ) throws(StoreError) {
        writer = environment.writer
        try writer.registerSchema(SNS.schema)
        let publisher = TopicPublisher(signals: signals, observer: observer)
        query = QueryProtocol(layout: SNS.layout, actions: SNS.actions(publisher), environment)
    }

    /// Answers a request.
    package func handle(_ request: HTTPRequest, _ context: ActionContext, reply: Reply) {
        query.handle(request, context, reply: reply)
    }

    /// Whether the service has an action of that name.
    package func hasAction(_ name: String) -> Bool { query.hasAction(name) }

    /// The certificate.
    package var pages: [any ControlPage] { [SigningCertificatePage(writer: writer)] }
}
