import PipelineRuntime

/// The process of a stage: all that its `main.swift` has to say.
package enum StageProcess {
    /// Runs a stage on Lambda, or on the queue that `QUEUE_URL` names, until the process should end.
    ///
    /// - Parameter stage: The stage.
    package static func run<Work: Stage>(_ stage: Work.Type) -> Never {
        let registry = MetricsRegistry(namespace: StageEnvironment.metricsNamespace)
        RuntimeHost.run(
            metrics: registry,
            settings: { Settings<Work>(reading: &$0) },
            makeHandler: { settings, _ in
                let environment = StageEnvironment(
                    settings: settings.shared,
                    client: try AWSClient(settings.shared.aws),
                    web: try CurlTransport(caBundlePath: settings.shared.aws.caBundlePath),
                    metrics: CombinedMetrics(
                        MetricsWriter(namespace: StageEnvironment.metricsNamespace),
                        registry
                    )
                )
                return StageHandler(Work(settings: settings.own, environment: environment), environment)
            }
        )
    }

    /// Everything a stage reads from the environment, so that all problems are reported together.
    private struct Settings<Work: Stage>: Sendable {
        let shared: StageSettings
        let own: Work.Settings

        init(reading reader: inout SettingsReader) {
            shared = StageSettings(reading: &reader)
            own = Work.settings(reading: &reader)
        }
    }
}
