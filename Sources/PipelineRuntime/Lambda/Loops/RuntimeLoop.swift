/// One loop of a process from the building of its handler to its end; it belongs to one thread.
struct RuntimeLoop: Sendable {
    let environment: Environment
    let logger: Logger
    let connections: RuntimeConnections
    /// Builds the handler.
    let makeHandler: @Sendable (Logger) throws -> any LambdaHandler

    /// Builds a handler and gives it work until the process should end.
    func run(_ mode: HostMode, _ gate: WorkGate) -> ProcessStatus {
        switch mode {
        case .lambda(let authority, let concurrency): serve(authority, isAlone: concurrency == 1, gate)
        case .queue(let settings, let aws): poll(settings, aws, gate)
        }
    }

    private func serve(_ authority: String, isAlone: Bool, _ gate: WorkGate) -> ProcessStatus {
        let client: RuntimeAPIClient
        do {
            client = RuntimeAPIClient(
                authority: authority,
                transport: try connections.makeTransport(),
                workingDirectory: environment["LAMBDA_TASK_ROOT"] ?? ""
            )
        } catch {
            return startFailed(error)
        }
        let handler: any LambdaHandler
        do {
            handler = try makeHandler(logger)
        } catch {
            return startFailed(error, client)
        }
        let loop = InvocationLoop(
            client: client,
            handler: handler,
            gate: gate,
            logger: logger,
            setTraceID: { traceID in if isAlone { TraceVariable.set(traceID) } },
            pause: connections.pause
        )
        EventWarmUp.run()
        return loop.run()
    }

    private func poll(_ settings: QueueSettings, _ aws: AWSConfiguration, _ gate: WorkGate) -> ProcessStatus {
        do {
            return QueuePoller(
                queue: try connections.makeQueue(settings, aws),
                settings: settings,
                handler: try makeHandler(logger),
                gate: gate,
                logger: logger,
                makeRequestID: connections.makeRequestID,
                pause: connections.pause
            ).run()
        } catch {
            return startFailed(error)
        }
    }

    private func startFailed(_ error: any Error, _ client: RuntimeAPIClient? = nil) -> ProcessStatus {
        let failure = InvocationFailure(startFailedBy: error)
        logger.invocationFailed(failure, "the function cannot start")
        do {
            try client?.reportStart(failure)
        } catch .refused {
            // Another loop of this process was faster: the platform takes one report only.
        } catch {
            logger.error("the failed start was not reported", ["detail": "\(error)"])
        }
        return error is SettingsError ? .misconfigured : .failed
    }
}
