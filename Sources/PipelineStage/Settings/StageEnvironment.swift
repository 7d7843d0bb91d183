package import PipelineRuntime

/// What a stage finds in its process, made once and kept from message to message.
package struct StageEnvironment {
    /// The buckets of the pipeline.
    package var buckets: Buckets { settings.buckets }
    /// Where webhooks may go.
    package var webhookAddresses: HTTPAddressPolicy { settings.webhookAddresses }
    /// Reaches what callers name, without proxies.
    package let web: any HTTPTransport
    /// Tells the time.
    package let clock: any WallClock
    let metrics: any MetricsSink
    private let settings: StageSettings
    private let client: AWSClient

    /// What all metrics of the pipeline are filed under.
    static let metricsNamespace = "ImageProcessor"

    /// Puts it together.
    ///
    /// - Parameters:
    ///   - settings: What all stages read.
    ///   - client: Reaches AWS.
    ///   - web: Reaches what callers name.
    ///   - metrics: Where it is told how the work goes.
    ///   - clock: Tells the time.
    init(
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
    }

    /// The services of AWS, for calls that must be over at a moment.
    func services(until deadline: Deadline) -> StageServices {
        StageServices(client.until(deadline), settings, clock)
    }
}
