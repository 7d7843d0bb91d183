/// The life of a function's process between its first line and its exit.
struct RuntimeProcess: Sendable {
    /// The variables that it was started with.
    let environment: Environment
    /// Where it tells what happens.
    let logger: Logger
    /// Where it tells whoever started it by hand that it cannot start.
    let standardError: any LogOutput
    /// How it hears that it should stop.
    let pipe: WakeUpPipe
    /// What its loops reach the world by.
    let connections: RuntimeConnections
    /// What it answers to whoever asks for its metrics.
    var metrics: MetricsRegistry?
    /// What encloses its work.
    var gate = WorkGate()

    /// Runs until the process should end.
    func run<Settings: Sendable>(
        settings readSettings: (inout SettingsReader) -> Settings,
        makeHandler: @escaping @Sendable (Settings, Logger) throws -> any LambdaHandler
    ) -> ProcessStatus {
        let mode = Result { () throws(SettingsError) in try HostMode(environment) }
        let settings = Result { () throws(SettingsError) in try SettingsReader.read(environment, readSettings)
        }
        guard case .success(let mode) = mode, case .success(let settings) = settings else {
            let problems = SettingsError(mode.problems.followed(by: settings.problems))
            standardError.write(line: Array(problems.description.utf8))
            if case .success(.lambda(let authority, _)) = mode { reportStart(problems, to: authority) }
            return .misconfigured
        }
        guard listenForMetrics(mode) else { return .failed }
        let loop = RuntimeLoop(environment: environment, logger: logger, connections: connections) { logger in
            try makeHandler(settings, logger)
        }
        return LoopSupervisor(pipe: pipe, gate: gate).run(count: mode.concurrency) { gate in
            loop.run(mode, gate)
        }
    }

    /// Begins to answer on the port for metrics, where there is one.
    private func listenForMetrics(_ mode: HostMode) -> Bool {
        guard case .queue(let settings, _) = mode, let port = settings.metricsPort else { return true }
        let (metrics, gate) = (metrics, gate)
        let listener = MetricsListener(
            port: port,
            page: MetricsPage(metrics: { metrics?.text ?? "" }, isHealthy: { !gate.isClosed })
        )
        guard let listener, let thread = try? PosixThread({ listener.run() }) else {
            logger.fatal("the port for metrics cannot be listened on", ["port": .integer(port)])
            return false
        }
        thread.detach()
        logger.info("metrics and health can be asked for", ["port": .integer(listener.port)])
        return true
    }

    private func reportStart(_ problems: SettingsError, to authority: String) {
        let loop = RuntimeLoop(environment: environment, logger: logger, connections: connections) { _ in
            throw problems
        }
        _ = loop.run(.lambda(authority: authority, concurrency: 1), gate)
    }
}

extension [SettingsProblem] {
    /// Both lists; what both readers complained of stands once.
    fileprivate func followed(by others: [SettingsProblem]) -> [SettingsProblem] {
        self + others.filter { !contains($0) }
    }
}

extension Result where Failure == SettingsError {
    fileprivate var problems: [SettingsProblem] {
        guard case .failure(let error) = self else { return [] }
        return error.problems
    }
}
