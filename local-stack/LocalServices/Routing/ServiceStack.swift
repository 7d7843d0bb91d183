import LocalDynamoDB
package import LocalEventStreams
import LocalS3
import LocalSES
import LocalSNS
package import LocalSQS
import LocalSTS
import LocalSecretsManager
package import LocalServiceKit
package import LocalStore

/// All services over one store.
package struct ServiceStack: Sendable {
    /// Answers the requests of this process.
    package let router: ServiceRouter
    /// Answers the requests of the one port, which must be signed.
    package let publicRouter: ServiceRouter
    /// What all services go by.
    package let clock: any WallClock
    /// Streams what topics publish.
    package let eventStreams: EventStreams
    private let sqs: SQSService
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
    /// - Throws: `ServiceStartError` where the tables or the folder cannot be used.
    package init(
        writer: StateWriter,
        clock: any WallClock,
        objectsPath: String,
        home: Location
    ) throws(ServiceStartError) {
        let environment = ServiceEnvironment(writer: writer, clock: clock)
        var services: [ServiceName: any RoutedService]
        do throws(StoreError) {
            sqs = try SQSService(environment)
            eventStreams = try EventStreams(environment)
            services = [
                .sqs: sqs,
                .sns: try SNSService(environment, signals: sqs.signals, observer: eventStreams),
                .ses: try SESService(environment),
                .sts: STSService(environment),
                .secretsManager: try SecretsManagerService(environment),
                .dynamodb: try DynamoDBService(environment),
            ]
        } catch {
            throw .store(error)
        }
        services[.s3] = try S3Service(directory: objectsPath, environment)
        let pages = services.values.flatMap(\.pages) + [ClockPage(clock: clock, writer: writer)]
        services[.control] = ControlPages(pages: pages)
        (self.clock, self.services, self.home) = (clock, services, home)
        router = ServiceRouter(services: services, origin: .process, home: home)
        publicRouter = ServiceRouter(services: services, origin: .network, home: home)
    }

    /// Answers requests of this process to one service.
    ///
    /// - Parameters:
    ///   - serviceName: its name in credential scopes, such as `sns`.
    ///   - roleARN: the role in whose name the requests are made; nil: in nobody's but the account's.
    /// - Returns: the way to that service; where there is none of that name, all is answered by 501.
    package func router(of serviceName: String, inTheNameOf roleARN: String? = nil) -> ServiceRouter {
        ServiceRouter(
            services: services,
            origin: roleARN.map { .role(arn: $0) } ?? .process,
            home: home,
            only: serviceName
        )
    }

    /// The queue of that ARN, for event source mappings.
    package func consumer(ofQueue arn: String) -> QueueConsumer { sqs.consumer(ofQueue: arn) }
}
