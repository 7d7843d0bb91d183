package import PipelineRuntime

/// What a stage works with, made once and kept from message to message.
package struct StageServices {
    /// What all stages read from the environment.
    package let settings: StageSettings
    /// The store of pictures.
    package let s3: S3Client
    /// The sender of mail.
    package let email: SESClient
    /// The keeper of secrets.
    package let secrets: SecretsManagerClient
    /// Reaches what callers name, without proxies.
    package let web: any HTTPTransport
    /// Tells the time.
    package let clock: any WallClock
    /// Where it is told how the work goes.
    package let metrics: any MetricsSink
    let store: RecordStore
    let publisher: Publisher
    let client: AWSClient

    /// What all metrics of the pipeline are filed under.
    package static let metricsNamespace = "ImageProcessor"

    /// Makes the clients.
    ///
    /// - Parameters:
    ///   - settings: What all stages read.
    ///   - client: Reaches AWS.
    ///   - web: Reaches what callers name.
    ///   - metrics: Where it is told how the work goes.
    ///   - clock: Tells the time.
    package init(
        settings: StageSettings,
        client: AWSClient,
        web: any HTTPTransport,
        metrics: any MetricsSink,
        clock: any WallClock = SystemWallClock()
    ) {
        self.settings = settings
        self.client = client
        self.web = web
        self.metrics = metrics
        self.clock = clock
        s3 = S3Client(client)
        email = SESClient(client)
        secrets = SecretsManagerClient(client)
        store = RecordStore(
            client: DynamoDBClient(client),
            table: settings.table,
            retentionDays: settings.retentionDays
        )
        publisher = Publisher(client: SNSClient(client), settings: settings)
    }
}
