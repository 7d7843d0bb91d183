/// The life of a function's process between its first line and its exit.
struct RuntimeProcess: Sendable {
    /// The variables that it was started with.
    let environment: Environment
    /// Where it tells what happens.
    let logger: Logger
    /// Where it tells whoever started it by hand that it cannot start.
    let complaints: any LogOutput
    /// How it hears that it should stop.
    let pipe: WakeUpPipe
    /// What its loops reach the world by.
    let connections: RuntimeConnections
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
            complaints.write(line: Array(problems.description.utf8))
            if case .success(.lambda(let authority, _)) = mode { reportStart(problems, to: authority) }
            return .misconfigured
        }
        let loop = RuntimeLoop(environment: environment, logger: logger, connections: connections) { logger in
            try makeHandler(settings, logger)
        }
        return LoopSupervisor(pipe: pipe, gate: gate).run(count: mode.concurrency) { gate in
            loop.run(mode, gate)
        }
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
