package import LocalStore

/// All services over one store.
package struct ServiceStack: Sendable {
    /// Answers the requests of this process.
    package let router: ServiceRouter
    /// Answers the requests of the one port, which must be signed.
    package let publicRouter: ServiceRouter
    /// Verifies signatures; S3 asks it by itself, as its bodies do not stay in memory.
    let authenticator: Authenticator
    /// What all services go by.
    package let clock: any WallClock
    /// Streams what topics publish.
    package let eventStreams: EventStreams
    private let writer: StateWriter
    private let signals: QueueSignals
    private let services: [ServiceName: any RoutedService]
    private let home: Location

    /// Brings the tables to their present shape and begins to answer.
    ///
    /// - Parameters:
    ///   - writer: the store.
    ///   - clock: the writer's clock.
    ///   - objectsPath: the folder of the objects' files; it is made where it is missing.
    ///   - home: where those work who do not say it: the account of keys that are no account's number, and the region of
    ///     requests that are not signed.
    /// - Throws: `StoreError`, and `ServiceError` where the folder cannot be used.
    package init(writer: StateWriter, clock: any WallClock, objectsPath: String, home: Location) throws {
        for schema in [SQS.schema, SNS.schema, SES.schema, DynamoDB.schema, EventStreams.schema] {
            try writer.registerSchema(schema)
        }
        MessageRetention.start(writer, clock: clock)
        ItemExpiry.start(writer, clock: clock)
        signals = QueueSignals(writer: writer)
        eventStreams = EventStreams(writer: writer, clock: clock)
        authenticator = Authenticator(clock: clock)
        (self.writer, self.clock, self.home) = (writer, clock, home)
        var services = Self.actionServices(
            ActionRunner(writer: writer),
            authenticator,
            signals,
            eventStreams
        )
        services[.s3] = try S3Service(
            directory: objectsPath,
            writer: writer,
            authenticator: authenticator
        )
        services[.control] = ControlPages(pages: [
            OutboxPage(writer: writer), QueueContentsPage(writer: writer),
            SigningCertificatePage(writer: writer), ClockPage(clock: clock, writer: writer),
        ])
        self.services = services
        router = ServiceRouter(services: services, origin: .process, home: home)
        publicRouter = ServiceRouter(services: services, origin: .network, home: home)
    }

    /// The services that consist of actions alone.
    private static func actionServices(
        _ runner: ActionRunner,
        _ authenticator: Authenticator,
        _ signals: QueueSignals,
        _ eventStreams: EventStreams
    ) -> [ServiceName: any RoutedService] {
        func query(_ layout: QueryLayout, _ actions: ActionTable) -> QueryProtocol {
            QueryProtocol(layout: layout, actions: actions, runner: runner, authenticator: authenticator)
        }
        let publisher = TopicPublisher(signals: signals, observer: eventStreams)
        return [
            .sqs: SQSService(signals: signals, runner: runner, authenticator: authenticator),
            .dynamodb: DynamoDBService(runner: runner, authenticator: authenticator),
            .sns: query(SNS.layout, SNS.actions(publisher)),
            .ses: query(SES.layout, SES.actions),
            .sts: query(STS.layout, STS.actions),
            .sesV2: RESTProtocol(
                routes: SESV2.routes,
                maximumBodyByteCount: SESV2.maximumBodyByteCount,
                runner: runner,
                authenticator: authenticator
            ),
        ]
    }

    /// Answers requests of this process that are made in the name of a role; nil: in nobody's but the account's.
    package func router(inTheNameOf roleARN: String?) -> ServiceRouter {
        guard let roleARN else { return router }
        return ServiceRouter(services: services, origin: .role(arn: roleARN), home: home)
    }

    /// The queue of that ARN, for event source mappings.
    package func consumer(ofQueue arn: String) -> QueueConsumer {
        QueueConsumer(arn: arn, writer: writer, signals: signals)
    }
}
